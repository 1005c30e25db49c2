package dev.rollcall.scim.store.memory;

import dev.rollcall.scim.store.Endings;
import dev.rollcall.scim.store.MembershipStore;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;

/** A unit of work that remembers how to undo what it did. The store's lock is held as long as it is open. */
final class MemoryUnit implements UnitOfWork {
    private final Tables tables;
    private final boolean writable;
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final Endings endings = new Endings();
    private boolean open = true;

    MemoryUnit(Tables tables, boolean writable) {
        this.tables = tables;
        this.writable = writable;
    }

    @Override
    public ResourceStore resources() {
        return new MemoryResources(this);
    }

    @Override
    public Optional<MembershipStore> memberships() {
        return Optional.of(new MemoryMemberships(this));
    }

    /** The tenant's table, to read. */
    TenantTable reading(String tenant) {
        requireOpen();
        return tables.find(tenant);
    }

    /** The tenant's table, to change. */
    TenantTable writing(String tenant) {
        requireOpen();
        if (!writable) {
            throw new IllegalStateException("This unit of work only reads");
        }
        return tables.make(tenant);
    }

    void requireOpen() {
        if (!open) {
            throw new IllegalStateException("The unit of work has ended");
        }
    }

    @Override
    public boolean writes() {
        return writable;
    }

    @Override
    public void onEnd(Ending ending) {
        endings.add(ending);
    }

    void onRollback(Runnable step) {
        undo.push(step);
    }

    /** Does all of the work, and undoes it if it throws. */
    <T> T run(Function<UnitOfWork, T> work) {
        return endings.around(() -> {
            try {
                T result = work.apply(this);
                undo.clear();
                return result;
            } finally {
                end();
            }
        });
    }

    private void end() {
        open = false;
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }
}
