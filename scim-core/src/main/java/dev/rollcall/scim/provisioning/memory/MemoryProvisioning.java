package dev.rollcall.scim.provisioning.memory;

import dev.rollcall.scim.provisioning.store.ProvisioningStore;
import dev.rollcall.scim.provisioning.store.ProvisioningUnit;
import dev.rollcall.scim.store.UnitOfWork;

/**
 * A {@link ProvisioningStore} in the memory of this process, gone with it. It goes with a store of resources of any kind,
 * whose units of work say how they end, and can be shared by several servers. Thread-safe: one unit of work at a time
 * writes, and none reads meanwhile.
 */
public final class MemoryProvisioning implements ProvisioningStore {
    private final Gate gate = new Gate();
    private final Tables tables = new Tables();

    private MemoryProvisioning() {}

    /** An empty store. */
    public static MemoryProvisioning create() {
        return new MemoryProvisioning();
    }

    @Override
    public ProvisioningUnit in(UnitOfWork unit) {
        return MemoryProvisioningUnit.of(unit, gate, tables);
    }
}
