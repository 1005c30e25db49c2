package dev.rollcall.scim.store;

import java.util.Optional;
import java.util.function.Function;

/**
 * The store of a server: resources, and whatever else it declares, within units of work. Implementations MUST be
 * thread-safe.
 */
public interface Store {
    /**
     * Does the work in one transaction, which commits when the work returns and rolls back when it throws.
     *
     * @throws ConflictException if the transaction lost a race; all of the work may be tried again
     * @throws IllegalStateException if the store has transactions and this thread is within one of its units of work
     *     already: they do not nest
     */
    <T> T write(Function<UnitOfWork, T> work);

    /**
     * Does work that only reads; each call within it sees committed data, and what this thread has written if it is
     * within {@link #write}.
     */
    <T> T read(Function<UnitOfWork, T> work);

    /**
     * Returns if the store could answer a read now. MUST be cheap whatever the store holds, MUST NOT change anything,
     * and MUST throw any {@link RuntimeException} if what keeps the resources cannot be reached. Without an
     * implementation of its own, it begins a read and looks at nothing in it.
     */
    default void check() {
        read(unit -> true);
    }

    /** What the store can do beyond the least; declared, so that tests and core need not guess. */
    Capabilities capabilities();

    /** The capability to answer filters itself; empty if core evaluates them all. */
    default Optional<PushDown> pushDown() {
        return Optional.empty();
    }

    /**
     * A store over the six methods alone: no transaction over several calls, no locks. Core then keeps members in the
     * documents, and tries again when a version has moved on.
     */
    static Store of(ResourceStore resources) {
        return new SimpleStore(resources);
    }
}
