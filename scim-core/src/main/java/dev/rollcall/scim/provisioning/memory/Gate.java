package dev.rollcall.scim.provisioning.memory;

import dev.rollcall.scim.store.ConflictException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets one unit of work write, or many read, until they end. A unit can wait here while it holds something in its database
 * for which the one inside waits, so that the wait must have an end. Thread-safe.
 */
final class Gate {
    private static final long PATIENCE_SECONDS = 10;

    // Fair, so that a stream of readers does not keep a writer out.
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

    /**
     * Goes in; what is given back is to be unlocked by the same thread.
     *
     * @throws ConflictException if others were inside for too long
     */
    Lock enter(boolean writes) {
        if (writes && lock.getReadHoldCount() > 0 && !lock.isWriteLockedByCurrentThread()) {
            throw new IllegalStateException("This thread is within a unit of work that only reads already");
        }
        Lock mine = writes ? lock.writeLock() : lock.readLock();
        try {
            if (!mine.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new ConflictException("Another unit of work has held the provisioning for too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while another unit of work held the provisioning", e);
        }
        return mine;
    }
}
