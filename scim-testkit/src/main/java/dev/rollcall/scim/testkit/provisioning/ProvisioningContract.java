package dev.rollcall.scim.testkit.provisioning;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * What every provisioning store must do. There is one instance of the class, so a store can be a field, and a tenant for
 * each test, which is erased afterwards, so that all can share one store. Nobody else may use the store meanwhile.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ProvisioningContract
        implements ProvisioningUnitContract,
                TenantContract,
                ProviderContract,
                AccountContract,
                AccountLockContract,
                HoldContract,
                SyncLogContract,
                OutboxContract,
                JobContract {
    private String tenant = "";

    /** For subclasses. */
    protected ProvisioningContract() {}

    @BeforeEach
    final void moveIntoAnotherTenant() {
        tenant = "tenant-" + UUID.randomUUID();
        change(unit -> unit.tenants().insert(tenant(tenant)));
    }

    @AfterEach
    final void leaveNothing() {
        change(unit -> unit.tenants().erase(tenant));
    }

    @Override
    public final String tenant() {
        return tenant;
    }
}
