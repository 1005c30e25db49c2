package dev.rollcall.scim.store;

import java.util.Optional;
import java.util.function.Function;

/**
 * The store of a server: resources, and whatever else it declares, within units of work. Implementations MUST be
 * thread-safe.
 */
public interface Store {
    /** How many bytes a {@link #secret} has. */
    int SECRET_BYTES = 32;

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
     * A secret that all who share the store have in common, such as the key of cursors: random bytes, made when the name
     * is first asked for. Empty, as it is without an implementation of its own, if the store keeps nothing for its
     * server. Where there is one, it MUST be {@value #SECRET_BYTES} bytes that nobody can guess; the same ones MUST be
     * given for a name to every node and after every restart, also where several ask for the first time at once; and
     * different names MUST have different ones. MUST NOT be asked for within a unit of work.
     *
     * @param name what it is for, such as {@code cursors}
     */
    default Optional<byte[]> secret(String name) {
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
