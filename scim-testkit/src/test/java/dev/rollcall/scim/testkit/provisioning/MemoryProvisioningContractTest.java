package dev.rollcall.scim.testkit.provisioning;

import dev.rollcall.scim.provisioning.memory.MemoryProvisioning;
import dev.rollcall.scim.provisioning.store.ProvisioningStore;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.memory.InMemoryStore;

class MemoryProvisioningContractTest extends ProvisioningContract {
    private final Store store = InMemoryStore.create();
    private final ProvisioningStore provisioning = MemoryProvisioning.create();

    @Override
    public Store store() {
        return store;
    }

    @Override
    public ProvisioningStore provisioning() {
        return provisioning;
    }
}
