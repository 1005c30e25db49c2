package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.provisioning.mapping.Catalogue;
import dev.rollcall.scim.provisioning.mapping.MappingSettings;
import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.provider.Provider;
import dev.rollcall.scim.provisioning.provider.ProviderSettings;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * By what accounts of a provider, or the local ones, are decided on, at one moment. Immutable and thread-safe.
 *
 * @param tenant the tenant
 * @param provider the provider; null for local accounts
 * @param catalogue what there is to choose from
 */
public record Rules(Tenant tenant, @Nullable Provider provider, Catalogue catalogue) {
    /** How users come to organizations and roles; that of local accounts is the default. */
    public MappingSettings mapping() {
        return provider == null ? MappingSettings.DEFAULT : provider.mapping();
    }

    /** What is set for the provider; local accounts have no delay. */
    ProviderSettings settings() {
        return provider == null ? LocalSettings.VALUE : provider.settings();
    }

    /** What people call an organization. */
    String nameOf(String organization) {
        return catalogue.organization(organization).map(Organization::name).orElse(organization);
    }
}
