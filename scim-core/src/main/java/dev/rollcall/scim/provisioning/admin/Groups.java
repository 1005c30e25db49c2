package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.protocol.GroupGraph;
import dev.rollcall.scim.provisioning.engine.Work;
import dev.rollcall.scim.provisioning.mapping.MappingSettings;
import dev.rollcall.scim.provisioning.mapping.OrganizationMapping;
import dev.rollcall.scim.provisioning.mapping.RoleMapping;
import dev.rollcall.scim.provisioning.provider.Provider;
import dev.rollcall.scim.resource.GroupView;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.IdRange;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The SCIM groups that providers have pushed, as dialogs for rules and lists need them. Immutable and thread-safe.
 *
 * @param desk where it works
 */
public record Groups(Desk desk) {
    /** What is said in the place of groups when each has its rule. */
    public static final String ALL_MAPPED = "All SCIM groups are mapped";

    /** What is said when there are none. */
    public static final String NONE_AVAILABLE = "There are no SCIM groups available";

    /**
     * A group.
     *
     * @param id by which rules refer to it
     * @param displayName what the provider calls it
     * @param members how many direct members it has
     */
    public record Group(String id, String displayName, long members) {}

    /**
     * Groups for which a rule can be made.
     *
     * @param groups those that have none yet
     * @param message what to say if there are none: {@link #ALL_MAPPED} or {@link #NONE_AVAILABLE}; null otherwise
     */
    public record Offer(List<Group> groups, @Nullable String message) {
        /** Copies the list. */
        public Offer {
            groups = List.copyOf(groups);
        }
    }

    /** Groups of a provider in the order of their ids, page by page; {@code after} is the id of the last one before, or null. */
    public List<Group> list(String provider, @Nullable String after, int limit) {
        return desk.look(work -> page(work, provider, after, Limits.page(limit)));
    }

    /** Groups that no rule for organizations is about yet. */
    public Offer offeredForOrganizations(String provider) {
        return offered(
                provider,
                settings -> settings.organizations() instanceof OrganizationMapping.ByGroups by
                        ? by.rules().stream()
                                .map(OrganizationMapping.ByGroups.Rule::group)
                                .collect(Collectors.toSet())
                        : Set.of());
    }

    /** Groups that no rule for roles is about yet. */
    public Offer offeredForRoles(String provider) {
        return offered(
                provider,
                settings -> settings.roles() instanceof RoleMapping.ByGroups by
                        ? by.rules().stream()
                                .map(RoleMapping.ByGroups.Rule::group)
                                .collect(Collectors.toSet())
                        : Set.of());
    }

    private Offer offered(String provider, Function<MappingSettings, Set<String>> mapped) {
        return desk.look(work -> {
            Provider one = work.state()
                    .providers()
                    .find(desk.tenant(), provider)
                    .orElseThrow(() -> AdministrationException.notFound("There is no provider \"" + provider + "\""));
            Set<String> taken = mapped.apply(one.mapping());
            List<Group> all = page(work, provider, null, Integer.MAX_VALUE);
            List<Group> free =
                    all.stream().filter(group -> !taken.contains(group.id())).toList();
            String message = all.isEmpty() ? NONE_AVAILABLE : free.isEmpty() ? ALL_MAPPED : null;
            return new Offer(free, message);
        });
    }

    private List<Group> page(Work work, String provider, @Nullable String after, int limit) {
        Scope scope = new Scope(desk.tenant(), provider);
        GroupGraph graph = GroupGraph.of(work.unit(), scope, work.parts().registry());
        IdRange range = after == null ? IdRange.ALL : IdRange.ALL.behind(after);
        return work.parts().registry().resourceTypes().stream()
                .filter(type -> type.isBaseSchema(GroupView.SCHEMA))
                .flatMap(type -> groups(work, scope, type, range, limit))
                .map(group -> new Group(group.id(), group.text("displayName").orElse(group.id()), graph.count(group)))
                .limit(limit)
                .toList();
    }

    private static Stream<Resource> groups(Work work, Scope scope, ResourceType type, IdRange range, int limit) {
        try (Stream<Resource> found = work.unit()
                .resources()
                .query(scope, StoreQuery.all(type).within(range).page(0, limit))) {
            return found.toList().stream();
        }
    }
}
