package dev.rollcall.scim.provisioning.mapping;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the rules of a tenant can choose from, at one moment. Immutable and thread-safe. */
public final class Catalogue {
    private final Map<String, Organization> organizations;
    private final Map<String, List<Organization>> byName;
    private final Organization defaultOrganization;
    private final Set<String> roles;
    private final Set<String> groups;

    /**
     * A catalogue.
     *
     * @param organizations all of the tenant, deactivated ones too
     * @param defaultOrganization the id of the one that is there from the start
     * @param roles the ids of the host's roles
     * @param groups the ids of the SCIM groups of the provider
     * @throws IllegalArgumentException if the default organization is not among them
     */
    public Catalogue(
            Collection<Organization> organizations, String defaultOrganization, Set<String> roles, Set<String> groups) {
        this.organizations = new HashMap<>();
        organizations.forEach(organization -> this.organizations.put(organization.id(), organization));
        this.byName = organizations.stream()
                .collect(Collectors.groupingBy(organization -> new OrganizationName(organization.name()).key()));
        Organization fallback = this.organizations.get(defaultOrganization);
        if (fallback == null) {
            throw new IllegalArgumentException("There is no default organization " + defaultOrganization);
        }
        this.defaultOrganization = Objects.requireNonNull(fallback);
        this.roles = Set.copyOf(roles);
        this.groups = Set.copyOf(groups);
    }

    private Catalogue(Catalogue from, Set<String> roles) {
        this.organizations = from.organizations;
        this.byName = from.byName;
        this.defaultOrganization = from.defaultOrganization;
        this.roles = Set.copyOf(roles);
        this.groups = from.groups;
    }

    /** The same with other roles. */
    public Catalogue withRoles(Set<String> newRoles) {
        return newRoles.equals(roles) ? this : new Catalogue(this, newRoles);
    }

    /** All organizations, in no order. */
    public Collection<Organization> organizations() {
        return Collections.unmodifiableCollection(organizations.values());
    }

    /** The organization for whom no other is found. */
    public Organization defaultOrganization() {
        return defaultOrganization;
    }

    /** The organization of that id. */
    public Optional<Organization> organization(@Nullable String id) {
        return Optional.ofNullable(id).map(organizations::get);
    }

    /** The organization of that id, if accounts may be put into it. */
    public Optional<Organization> usable(@Nullable String id) {
        return organization(id).filter(Organization::active);
    }

    /** The organizations of that name, deactivated ones too. */
    public List<Organization> named(OrganizationName name) {
        return byName.getOrDefault(name.key(), List.of());
    }

    /** Whether the host has the role. */
    public boolean hasRole(String id) {
        return roles.contains(id);
    }

    /** Whether the provider has the group. */
    public boolean hasGroup(String id) {
        return groups.contains(id);
    }
}
