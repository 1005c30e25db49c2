package dev.rollcall.scim.store.memory;

import dev.rollcall.scim.store.Capabilities;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * A {@link Store} in the memory of this process, gone with it. Thread-safe: one unit of work writes at a time, and none
 * reads meanwhile, so a unit that waits for another thread's unit waits for ever.
 */
public final class InMemoryStore implements Store {
    // Fair, so that a stream of readers does not keep a writer out.
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final Tables tables = new Tables();

    private InMemoryStore() {}

    /** An empty store. */
    public static InMemoryStore create() {
        return new InMemoryStore();
    }

    @Override
    public <T> T write(Function<UnitOfWork, T> work) {
        if (lock.isWriteLockedByCurrentThread() || lock.getReadHoldCount() > 0) {
            throw new IllegalStateException("This thread is within a unit of work already, and they do not nest");
        }
        lock.writeLock().lock();
        try {
            return new MemoryUnit(tables, true).run(work);
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public <T> T read(Function<UnitOfWork, T> work) {
        lock.readLock().lock();
        try {
            return new MemoryUnit(tables, false).run(work);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(true, true, true, false);
    }
}
