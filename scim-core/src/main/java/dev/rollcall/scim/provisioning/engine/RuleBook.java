package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.provisioning.OrganizationCatalogue;
import dev.rollcall.scim.provisioning.Provisioning;
import dev.rollcall.scim.provisioning.Role;
import dev.rollcall.scim.provisioning.mapping.Catalogue;
import dev.rollcall.scim.provisioning.mapping.MappingSettings;
import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.provider.Provider;
import dev.rollcall.scim.provisioning.store.ProvisioningUnit;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import dev.rollcall.scim.resource.GroupView;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rules, and remembers them for as long as the tenant has not moved on to another revision, which is looked up
 * each time: what is remembered is never out of date, on whichever node it was changed. Thread-safe.
 */
public final class RuleBook {
    private static final int REMEMBERED = 1_000;

    private record Key(String tenant, @Nullable String provider) {}

    private final Provisioning parts;
    private final Map<Key, Rules> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Rules> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** An empty book. */
    public RuleBook(Provisioning parts) {
        this.parts = parts;
    }

    /**
     * The rules as the unit of work sees them.
     *
     * @param provider null for local accounts
     * @throws ScimException {@code forbidden} if there is no such tenant or provider
     */
    Rules of(UnitOfWork unit, ProvisioningUnit state, String tenant, @Nullable String provider) {
        Tenant now = tenant(state, tenant);
        Key key = new Key(tenant, provider);
        Rules known;
        synchronized (remembered) {
            known = remembered.get(key);
        }
        if (known == null || known.tenant().revision() != now.revision() || parts.organizations() != null) {
            known = read(unit, state, now, provider);
            synchronized (remembered) {
                remembered.put(key, known);
            }
        }
        return new Rules(known.tenant(), known.provider(), known.catalogue().withRoles(roles(tenant)));
    }

    /** The same without a look at what is remembered, and without remembering: for who has changed something itself. */
    Rules fresh(UnitOfWork unit, ProvisioningUnit state, String tenant, @Nullable String provider) {
        return read(unit, state, tenant(state, tenant), provider);
    }

    /** The rules with others in the place of those that are set, for a look ahead. */
    Rules with(UnitOfWork unit, ProvisioningUnit state, Rules rules, MappingSettings mapping) {
        Provider provider = rules.provider();
        if (provider == null) {
            return rules;
        }
        return of(unit, state, rules.tenant(), provider.withMapping(mapping));
    }

    private static Tenant tenant(ProvisioningUnit state, String id) {
        return state.tenants()
                .find(id)
                .orElseThrow(() -> ScimException.forbidden("There is no tenant \"" + id + "\" here"));
    }

    private Rules read(UnitOfWork unit, ProvisioningUnit state, Tenant tenant, @Nullable String id) {
        Provider provider = id == null
                ? null
                : state.providers()
                        .find(tenant.id(), id)
                        .orElseThrow(() -> ScimException.forbidden("There is no provider \"" + id + "\" here"));
        return of(unit, state, tenant, provider);
    }

    private Rules of(UnitOfWork unit, ProvisioningUnit state, Tenant tenant, @Nullable Provider provider) {
        OrganizationCatalogue own = parts.organizations();
        Collection<Organization> organizations =
                own == null ? state.organizations().list(tenant.id()) : own.organizations(tenant.id());
        Set<String> groups = provider == null ? Set.of() : existing(unit, provider);
        Catalogue catalogue = new Catalogue(
                organizations,
                own == null ? tenant.defaultOrganization() : own.defaultOrganization(tenant.id()),
                roles(tenant.id()),
                groups);
        return new Rules(tenant, provider, catalogue);
    }

    private Set<String> existing(UnitOfWork unit, Provider provider) {
        Set<String> mapped = provider.mapping().groups();
        Set<String> existing = new HashSet<>();
        if (!mapped.isEmpty()) {
            Scope scope = new Scope(provider.tenant(), provider.id());
            for (ResourceType type : parts.registry().resourceTypes()) {
                if (type.isBaseSchema(GroupView.SCHEMA)) {
                    existing.addAll(
                            unit.resources().findAll(scope, type, mapped).keySet());
                }
            }
        }
        return existing;
    }

    private Set<String> roles(String tenant) {
        return parts.roles().roles(tenant).stream().map(Role::id).collect(Collectors.toUnmodifiableSet());
    }
}
