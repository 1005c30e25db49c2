package dev.rollcall.scim.provisioning.provider;

import dev.rollcall.scim.provisioning.mapping.MappingSettings;
import java.time.Instant;
import java.util.Objects;

/**
 * A source of pushes for a tenant. Immutable and thread-safe.
 *
 * @param tenant the tenant that it pushes into
 * @param id its id
 * @param settings what is set for it
 * @param mapping how its users come to organizations and roles
 * @param enabled whether its credentials are accepted
 * @param created when
 */
public record Provider(
        String tenant,
        String id,
        ProviderSettings settings,
        MappingSettings mapping,
        boolean enabled,
        Instant created) {
    /** Checks that all is there. */
    public Provider {
        Objects.requireNonNull(tenant);
        Objects.requireNonNull(id);
        Objects.requireNonNull(settings);
        Objects.requireNonNull(mapping);
        Objects.requireNonNull(created);
    }

    /** The same with other settings. */
    public Provider withSettings(ProviderSettings newSettings) {
        return new Provider(tenant, id, newSettings, mapping, enabled, created);
    }

    /** The same with other rules. */
    public Provider withMapping(MappingSettings newMapping) {
        return new Provider(tenant, id, settings, newMapping, enabled, created);
    }

    /** The same, whose credentials are accepted or not. */
    public Provider withEnabled(boolean on) {
        return new Provider(tenant, id, settings, mapping, on, created);
    }
}
