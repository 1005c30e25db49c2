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
}
