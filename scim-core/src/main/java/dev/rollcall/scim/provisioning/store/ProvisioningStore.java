package dev.rollcall.scim.provisioning.store;

import dev.rollcall.scim.store.UnitOfWork;

/**
 * Keeps what provisioning knows beside the resources: tenants, providers, accounts, the sync log, events on their way.
 * What is written within a unit of work MUST be committed or rolled back together with its resources. A provisioning store
 * MUST be thread-safe.
 */
public interface ProvisioningStore {
    /**
     * What is kept, as a unit of work sees it: what it has written so far included.
     *
     * @throws IllegalArgumentException if the unit belongs to another store
     */
    ProvisioningUnit in(UnitOfWork unit);
}
