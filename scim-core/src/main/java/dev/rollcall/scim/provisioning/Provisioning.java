package dev.rollcall.scim.provisioning;

import dev.rollcall.scim.protocol.Retry;
import dev.rollcall.scim.provisioning.event.EventListener;
import dev.rollcall.scim.provisioning.store.ProvisioningStore;
import dev.rollcall.scim.provisioning.store.ProvisioningUnit;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All that provisioning is made of. Immutable; thread-safe if its parts are.
 *
 * @param store where resources are kept
 * @param state where everything else is kept
 * @param registry the schemas and resource types
 * @param clock the time
 * @param ids makes ids, each once and ordered by time
 * @param roles the roles of the host
 * @param organizations the organizations of the host; null if Rollcall keeps them
 * @param listeners who hears of events
 */
public record Provisioning(
        Store store,
        ProvisioningStore state,
        SchemaRegistry registry,
        InstantSource clock,
        Supplier<String> ids,
        RoleCatalogue roles,
        @Nullable OrganizationCatalogue organizations,
        List<EventListener> listeners) {
    /** Copies the list. */
    public Provisioning {
        listeners = List.copyOf(listeners);
    }

    /** The time, in milliseconds, which every store keeps. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Does the work in a unit of its own, again if it loses a race. */
    public <T> T write(Function<ProvisioningUnit, T> work) {
        return Retry.write(store, unit -> work.apply(state.in(unit)));
    }

    /** Does work that only reads. */
    public <T> T read(Function<ProvisioningUnit, T> work) {
        return store.read(unit -> work.apply(state.in(unit)));
    }
}
