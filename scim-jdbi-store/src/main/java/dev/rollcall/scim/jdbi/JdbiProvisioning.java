package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.provisioning.store.AccountStore;
import dev.rollcall.scim.provisioning.store.CredentialStore;
import dev.rollcall.scim.provisioning.store.HoldStore;
import dev.rollcall.scim.provisioning.store.JobStore;
import dev.rollcall.scim.provisioning.store.OrganizationStore;
import dev.rollcall.scim.provisioning.store.OutboxStore;
import dev.rollcall.scim.provisioning.store.ProviderStore;
import dev.rollcall.scim.provisioning.store.ProvisioningUnit;
import dev.rollcall.scim.provisioning.store.SyncLogStore;
import dev.rollcall.scim.provisioning.store.TenantStore;

/** What provisioning keeps, within a unit of work. */
record JdbiProvisioning(ProvisioningRows rows) implements ProvisioningUnit {
    @Override
    public TenantStore tenants() {
        return new JdbiTenantStore(rows);
    }

    @Override
    public ProviderStore providers() {
        return new JdbiProviderStore(rows);
    }

    @Override
    public CredentialStore credentials() {
        return new JdbiCredentialStore(rows);
    }

    @Override
    public OrganizationStore organizations() {
        return new JdbiOrganizationStore(rows);
    }

    @Override
    public AccountStore accounts() {
        return new JdbiAccountStore(rows);
    }

    @Override
    public HoldStore holds() {
        return new JdbiHoldStore(rows);
    }

    @Override
    public SyncLogStore log() {
        return new JdbiSyncLogStore(rows);
    }

    @Override
    public OutboxStore outbox() {
        return new JdbiOutboxStore(rows);
    }

    @Override
    public JobStore jobs() {
        return new JdbiJobStore(rows);
    }
}
