package dev.rollcall.scim;

import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.protocol.DerivedAttributes;
import dev.rollcall.scim.protocol.Options;
import dev.rollcall.scim.protocol.RefusalListener;
import dev.rollcall.scim.protocol.WriteListener;
import dev.rollcall.scim.provisioning.Background;
import dev.rollcall.scim.provisioning.FailureListener;
import dev.rollcall.scim.provisioning.OrganizationCatalogue;
import dev.rollcall.scim.provisioning.Provisioning;
import dev.rollcall.scim.provisioning.ProvisioningMeter;
import dev.rollcall.scim.provisioning.RoleCatalogue;
import dev.rollcall.scim.provisioning.engine.AccountExtension;
import dev.rollcall.scim.provisioning.engine.Engine;
import dev.rollcall.scim.provisioning.engine.ManagerLinks;
import dev.rollcall.scim.provisioning.engine.Metering;
import dev.rollcall.scim.provisioning.engine.ProvisioningWrites;
import dev.rollcall.scim.provisioning.engine.RefusalLog;
import dev.rollcall.scim.provisioning.engine.SafeMeter;
import dev.rollcall.scim.provisioning.engine.Tasks;
import dev.rollcall.scim.provisioning.engine.Worker;
import dev.rollcall.scim.provisioning.event.DeliveryPolicy;
import dev.rollcall.scim.provisioning.event.EventListener;
import dev.rollcall.scim.provisioning.memory.MemoryProvisioning;
import dev.rollcall.scim.provisioning.provider.ProviderAccess;
import dev.rollcall.scim.provisioning.store.ProvisioningStore;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the builder was told about provisioning, and how that is put together. Not thread-safe. */
final class ProvisioningSetup {
    final List<EventListener> listeners = new ArrayList<>();
    boolean on;

    @Nullable
    ProvisioningStore state;

    RoleCatalogue roles = RoleCatalogue.NONE;

    @Nullable
    OrganizationCatalogue organizations;

    Background background = Background.THREAD;
    FailureListener failures = FailureListener.LOGGED;
    DeliveryPolicy delivery = DeliveryPolicy.DEFAULT;
    ProvisioningMeter meter = ProvisioningMeter.NONE;

    /**
     * Provisioning that works.
     *
     * @param engine what does it
     * @param access who logs in, and how each is treated
     * @param worker what is due
     */
    record Installed(Engine engine, ProviderAccess access, Worker worker) {
        List<WriteListener> writes() {
            return List.of(new ProvisioningWrites(engine));
        }

        List<RefusalListener> refusals() {
            return List.of(new RefusalLog(engine.parts()));
        }

        List<DerivedAttributes> derived() {
            return List.of(new ManagerLinks(access), new AccountExtension(engine));
        }
    }

    /** Puts it together, and begins the work in the background. */
    Installed install(Store store, SchemaRegistry registry, InstantSource clock, Function<Caller, Options> otherwise) {
        SafeMeter safe = new SafeMeter(meter, failures);
        ProvisioningStore chosen =
                state != null ? state : store instanceof ProvisioningStore both ? both : MemoryProvisioning.create();
        Engine engine = Engine.of(new Provisioning(
                store,
                meter == ProvisioningMeter.NONE ? chosen : new Metering(chosen, safe),
                registry,
                clock,
                // Ids of accounts and of log entries sort by time, also where the host makes those of resources
                // otherwise.
                new TimeOrderedIds(clock),
                roles,
                organizations,
                listeners));
        Worker worker = new Worker(Tasks.of(engine, delivery, safe), failures, safe);
        if (background == Background.THREAD) {
            worker.start();
        }
        return new Installed(engine, new ProviderAccess(engine.parts(), otherwise), worker);
    }
}
