package dev.rollcall.scim.testkit.store;

/** What a store with transactions, locks and memberships must do. */
public abstract class StoreContract extends ResourceStoreContract
        implements TransactionContract,
                LockContract,
                MembershipContract,
                MembershipScopeContract,
                MembershipEndContract,
                MembershipRaceContract {
    /** For subclasses. */
    protected StoreContract() {}
}
