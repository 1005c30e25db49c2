package dev.rollcall.scim.store;

import java.util.Optional;

/**
 * What a store offers within one transaction. Belongs to one thread, and must not be used after the work that it was
 * given to has returned.
 *
 * <p>A store with transactions sees to it with {@link IllegalStateException}. A unit of work with transactions MUST refuse
 * calls after its work has returned. A unit of work that only reads MUST refuse to write.
 */
public interface UnitOfWork {
    /** The resources. */
    ResourceStore resources();

    /** The memberships. Memberships MUST be there if the store declares them, and only then. */
    Optional<MembershipStore> memberships();

    /** Whether it may write. A unit of work MUST say whether it writes. */
    boolean writes();

    /**
     * Adds somebody who is told how the unit of work ended, on its thread: whoever keeps something beside the store, which
     * is to be kept or undone with it. Each MUST be told once, after the commit or the roll-back, the last to ask first. A
     * store without transactions tells that work which threw was not committed, although what it did in the store stays. A
     * unit within a transaction of the host's own has ended when its work has.
     *
     * @throws IllegalStateException if the unit of work has ended
     */
    void onEnd(Ending ending);

    /** Who wants to know how a unit of work ended. */
    @FunctionalInterface
    interface Ending {
        /** Takes it; {@code committed} is false if the work threw, or lost a race. */
        void ended(boolean committed);
    }
}
