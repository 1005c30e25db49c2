package dev.rollcall.scim.testkit.store;

/** What a store with transactions, locks and memberships must do; implement {@link DurableContract} if it is durable too. */
public abstract class StoreContract extends ResourceStoreContract
        implements TransactionContract,
                LockContract,
                MembershipContract,
                MembershipScopeContract,
                MembershipEndContract,
                MembershipWorkContract,
                MembershipRaceContract {
    /** For subclasses. */
    protected StoreContract() {}
}
