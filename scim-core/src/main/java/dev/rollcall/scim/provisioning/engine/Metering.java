package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogQuery;
import dev.rollcall.scim.provisioning.store.AccountStore;
import dev.rollcall.scim.provisioning.store.CredentialStore;
import dev.rollcall.scim.provisioning.store.HoldStore;
import dev.rollcall.scim.provisioning.store.JobStore;
import dev.rollcall.scim.provisioning.store.OrganizationStore;
import dev.rollcall.scim.provisioning.store.OutboxStore;
import dev.rollcall.scim.provisioning.store.ProviderStore;
import dev.rollcall.scim.provisioning.store.ProvisioningStore;
import dev.rollcall.scim.provisioning.store.ProvisioningUnit;
import dev.rollcall.scim.provisioning.store.SyncLogStore;
import dev.rollcall.scim.provisioning.store.TenantStore;
import dev.rollcall.scim.store.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a meter of entries of the sync log once they are committed, whoever wrote them. Thread-safe.
 *
 * @param inner where they are kept
 * @param meter who is told
 */
public record Metering(ProvisioningStore inner, SafeMeter meter) implements ProvisioningStore {
    @Override
    public ProvisioningUnit in(UnitOfWork unit) {
        List<SyncLogEntry> pending = new ArrayList<>();
        if (unit.writes()) {
            // Asked before the store does, told after it: by then everybody can read them.
            unit.onEnd(committed -> {
                if (committed) {
                    pending.forEach(entry -> meter.tell(listener -> listener.logged(entry)));
                }
            });
        }
        return new Noting(inner.in(unit), pending);
    }

    private record Noting(ProvisioningUnit unit, List<SyncLogEntry> pending) implements ProvisioningUnit, SyncLogStore {
        @Override
        public void append(List<SyncLogEntry> entries) {
            unit.log().append(entries);
            pending.addAll(entries);
        }

        @Override
        public List<SyncLogEntry> list(String tenant, SyncLogQuery query, @Nullable String after, int limit) {
            return unit.log().list(tenant, query, after, limit);
        }

        @Override
        public void replace(SyncLogEntry entry) {
            unit.log().replace(entry);
        }

        @Override
        public int purge(String tenant, Instant before, int limit) {
            return unit.log().purge(tenant, before, limit);
        }

        @Override
        public SyncLogStore log() {
            return this;
        }

        @Override
        public TenantStore tenants() {
            return unit.tenants();
        }

        @Override
        public ProviderStore providers() {
            return unit.providers();
        }

        @Override
        public CredentialStore credentials() {
            return unit.credentials();
        }

        @Override
        public OrganizationStore organizations() {
            return unit.organizations();
        }

        @Override
        public AccountStore accounts() {
            return unit.accounts();
        }

        @Override
        public HoldStore holds() {
            return unit.holds();
        }

        @Override
        public OutboxStore outbox() {
            return unit.outbox();
        }

        @Override
        public JobStore jobs() {
            return unit.jobs();
        }
    }
}
