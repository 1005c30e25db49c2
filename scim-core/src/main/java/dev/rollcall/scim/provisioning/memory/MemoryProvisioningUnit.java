package dev.rollcall.scim.provisioning.memory;

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
import dev.rollcall.scim.store.UnitOfWork;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** Goes through the gate at the first call, and stays inside until the unit of work has ended. */
final class MemoryProvisioningUnit implements ProvisioningUnit {
    private final boolean writes;
    private final Gate gate;
    private final Tables tables;
    private @Nullable Lock held;
    private int mark;
    private boolean open = true;

    private MemoryProvisioningUnit(boolean writes, Gate gate, Tables tables) {
        this.writes = writes;
        this.gate = gate;
        this.tables = tables;
    }

    static MemoryProvisioningUnit of(UnitOfWork unit, Gate gate, Tables tables) {
        MemoryProvisioningUnit provisioning = new MemoryProvisioningUnit(unit.writes(), gate, tables);
        unit.onEnd(provisioning::end);
        return provisioning;
    }

    Tables reading() {
        if (!open) {
            throw new IllegalStateException("The unit of work has ended");
        }
        if (held == null) {
            held = gate.enter(writes);
            mark = writes ? tables.undo.mark() : 0;
        }
        return tables;
    }

    /** The same to change, or to hold something against others who would. */
    Tables writing() {
        if (!writes && open) {
            throw new IllegalStateException("This unit of work only reads");
        }
        return reading();
    }

    private void end(boolean committed) {
        open = false;
        if (held == null) {
            return;
        }
        try {
            if (writes && committed) {
                tables.undo.commitTo(mark);
            } else if (writes) {
                tables.undo.rollBackTo(mark);
            }
        } finally {
            held.unlock();
        }
    }

    @Override
    public TenantStore tenants() {
        return new MemoryTenants(this);
    }

    @Override
    public ProviderStore providers() {
        return new MemoryProviders(this);
    }

    @Override
    public CredentialStore credentials() {
        return new MemoryCredentials(this);
    }

    @Override
    public OrganizationStore organizations() {
        return new MemoryOrganizations(this);
    }

    @Override
    public AccountStore accounts() {
        return new MemoryAccounts(this);
    }

    @Override
    public HoldStore holds() {
        return new MemoryHolds(this);
    }

    @Override
    public SyncLogStore log() {
        return new MemorySyncLog(this);
    }

    @Override
    public OutboxStore outbox() {
        return new MemoryOutbox(this);
    }

    @Override
    public JobStore jobs() {
        return new MemoryJobs(this);
    }
}
