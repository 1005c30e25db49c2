package dev.rollcall.conformance.provisioning;

import dev.rollcall.scim.provisioning.OrganizationCatalogue;
import dev.rollcall.scim.provisioning.mapping.Organization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Organizations as a host might keep them itself. */
final class OwnOrganizations implements OrganizationCatalogue {
    private final Map<String, List<Organization>> byTenant = new ConcurrentHashMap<>();

    private List<Organization> of(String tenant) {
        return byTenant.computeIfAbsent(
                tenant,
                t -> new ArrayList<>(List.of(new Organization("home", "Headquarters", null, Set.of("member"), true))));
    }

    @Override
    public synchronized List<Organization> organizations(String tenant) {
        return List.copyOf(of(tenant));
    }

    @Override
    public String defaultOrganization(String tenant) {
        return "home";
    }

    @Override
    public synchronized Organization create(String tenant, String name, @Nullable String parent) {
        return of(tenant).stream()
                .filter(organization -> organization.name().equals(name))
                .findFirst()
                .orElseGet(() -> {
                    Organization made =
                            new Organization("own-" + of(tenant).size(), name, parent, Set.of("reader"), true);
                    of(tenant).add(made);
                    return made;
                });
    }
}
