package dev.rollcall.scim.store;

import dev.rollcall.scim.schema.SchemaRegistry;
import java.util.Optional;
import java.util.function.Function;

/**
 * The store of a server: resources, and whatever else it declares, within units of work. A store MUST be thread-safe.
 */
public interface Store {
    /** How many bytes a {@link #secret} has. */
    int SECRET_BYTES = 32;

    /**
     * Does the work in one transaction, where the store has transactions. A write MUST give what its work returns, and
     * throw what its work throws. What a write did MUST be there when it returns. Where there
     * are transactions, a write whose work throws MUST be undone as a whole. A lost race MUST show as a {@link
     * ConflictException}.
     *
     * @throws ConflictException if the transaction lost a race; all of the work may be tried again
     * @throws IllegalStateException if the store has transactions and this thread is within one of its units of work
     *     already: they do not nest. Where there are transactions, a write within a unit of work of the same thread MUST
     *     be refused.
     */
    <T> T write(Function<UnitOfWork, T> work);

    /**
     * Does work that only reads. A read MUST give what its work returns, and throw what its work throws. Where
     * there are transactions, a call within a read MUST see all of a write or nothing of it. A read within a write
     * MUST see what that has written so far.
     */
    <T> T read(Function<UnitOfWork, T> work);

    /**
     * Returns if the store could answer a read now. A check MUST be cheap whatever the store holds. A check MUST NOT
     * change anything. A check MUST throw any {@link RuntimeException} if what keeps the resources cannot be reached.
     * Without an implementation of its own, it begins a read and looks at nothing in it.
     */
    default void check() {
        read(unit -> true);
    }

    /** What the store can do beyond the least; declared, so that tests and core need not guess. */
    Capabilities capabilities();

    /**
     * The resource types and attributes that the store can keep, if it cannot keep whatever it is given: a server on the
     * store has these and no others. Declared schemas MUST be the same object each time. Every attribute of the schemas
     * MUST be kept.
     */
    default Optional<SchemaRegistry> schemas() {
        return Optional.empty();
    }

    /** The capability to answer filters itself; empty if core evaluates them all. */
    default Optional<PushDown> pushDown() {
        return Optional.empty();
    }

    /**
     * A secret that all who share the store have in common, such as the key of cursors: random bytes that nobody can
     * guess, made when the name is first asked for. Empty, as it is without an implementation of its own, if the store
     * keeps nothing for its server. A secret MUST have {@value #SECRET_BYTES} bytes. A secret MUST be the same for every
     * node and after every restart, also where several ask for the first time at once. Different names MUST have different
     * secrets. It is not to be asked for within a unit of work.
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
