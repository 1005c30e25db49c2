package dev.rollcall.scim.store;

import java.util.Optional;

/**
 * What a store offers within one transaction. Belongs to one thread, and must not be used after the work that it was
 * given to has returned. A store with transactions throws {@link IllegalStateException} for a call after that, and for a
 * write where the work only reads.
 */
public interface UnitOfWork {
    /** The resources. */
    ResourceStore resources();

    /** The memberships, if the store keeps them as a relation. */
    Optional<MembershipStore> memberships();
}
