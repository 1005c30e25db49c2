package dev.rollcall.scim.testkit.store;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * What every store must do, whatever it declares. Extend it for a store made of {@link
 * dev.rollcall.scim.store.ResourceStore} alone, and implement the contract of each capability that the store declares:
 * {@link TransactionContract}, {@link LockContract}, {@link MembershipContract} and those beside it, {@link
 * DurableContract}, {@link SecretContract}, {@link PushDownContract}; a test compares the two. {@link StoreContract} has
 * them all but the last three.
 *
 * <p>The tests run for each resource type that the store keeps: those of {@link dev.rollcall.scim.store.Store#schemas}, or
 * else User and Group. There is one instance of the class, so a store can be a field, and a tenant for each test, so that
 * all can share one store.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ResourceStoreContract
        implements UnitContract,
                ResourceContract,
                FitContract,
                ScopeContract,
                UniqueKeyContract,
                QueryContract,
                RangeContract,
                WorkContract,
                TouchContract,
                ManyContract,
                PagingContract,
                ResourceRaceContract {
    private String tenant = "";

    /** For subclasses. */
    protected ResourceStoreContract() {}

    @BeforeEach
    final void moveIntoAnotherTenant() {
        tenant = "tenant-" + UUID.randomUUID();
    }

    @Override
    public final String tenant() {
        return tenant;
    }
}
