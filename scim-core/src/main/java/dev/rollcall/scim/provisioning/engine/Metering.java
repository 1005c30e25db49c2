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
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.store.Capabilities;
import dev.rollcall.scim.store.PushDown;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells a meter of entries of the sync log once they are committed, whoever wrote them: two stores around those that there
 * are, to be used together. Thread-safe.
 */
public final class Metering {
    private final Store resources;
    private final ProvisioningStore state;
    private final SafeMeter meter;
    private final ThreadLocal<@Nullable List<SyncLogEntry>> pending = new ThreadLocal<>();

    /** A meter around two stores. */
    public Metering(Store resources, ProvisioningStore state, SafeMeter meter) {
        this.resources = resources;
        this.state = state;
        this.meter = meter;
    }

    /** The store of resources, in whose units of work entries are written. */
    public Store store() {
        return new Committing();
    }

    /** The store of the entries. */
    public ProvisioningStore state() {
        return unit -> new Noting(state.in(unit));
    }

    private final class Committing implements Store {
        @Override
        public <T> T write(Function<UnitOfWork, T> work) {
            List<SyncLogEntry> outer = pending.get();
            List<SyncLogEntry> mine = new ArrayList<>();
            T result;
            pending.set(mine);
            try {
                result = resources.write(work);
            } finally {
                if (outer == null) {
                    pending.remove();
                } else {
                    pending.set(outer);
                }
            }
            mine.forEach(entry -> meter.tell(listener -> listener.logged(entry)));
            return result;
        }

        @Override
        public <T> T read(Function<UnitOfWork, T> work) {
            return resources.read(work);
        }

        @Override
        public void check() {
            resources.check();
        }

        @Override
        public Capabilities capabilities() {
            return resources.capabilities();
        }

        @Override
        public Optional<SchemaRegistry> schemas() {
            return resources.schemas();
        }

        @Override
        public Optional<PushDown> pushDown() {
            return resources.pushDown();
        }

        @Override
        public Optional<byte[]> secret(String name) {
            return resources.secret(name);
        }
    }

    private final class Noting implements ProvisioningUnit, SyncLogStore {
        private final ProvisioningUnit unit;

        private Noting(ProvisioningUnit unit) {
            this.unit = unit;
        }

        @Override
        public void append(List<SyncLogEntry> entries) {
            unit.log().append(entries);
            List<SyncLogEntry> noted = pending.get();
            if (noted != null) {
                noted.addAll(entries);
            }
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
