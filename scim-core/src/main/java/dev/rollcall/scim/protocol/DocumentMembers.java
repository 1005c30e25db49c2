package dev.rollcall.scim.protocol;

import dev.rollcall.scim.patch.MemberSource;
import dev.rollcall.scim.patch.Membership;
import dev.rollcall.scim.patch.RelationDelta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.store.ConflictException;
import dev.rollcall.scim.store.KeyFactory;
import dev.rollcall.scim.store.Member;
import dev.rollcall.scim.store.MemberPage;
import dev.rollcall.scim.store.MembershipChange;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Members as a list in the group's document, for a store that has nothing but documents. Right for any such store, and
 * slow for large groups and for many of them.
 */
final class DocumentMembers implements GroupMembers {
    private final ResourceStore resources;
    private final Scope scope;
    private final SchemaRegistry registry;
    private final Map<String, Member> coming;

    DocumentMembers(ResourceStore resources, Scope scope, SchemaRegistry registry, Map<String, Member> coming) {
        this.resources = resources;
        this.scope = scope;
        this.registry = registry;
        this.coming = coming;
    }

    @Override
    public GroupMembers expecting(Map<String, Member> nowComing) {
        return new DocumentMembers(resources, scope, registry, nowComing);
    }

    private static Attribute attribute(Resource group) {
        return Objects.requireNonNull(Membership.attribute(group.type()));
    }

    /** The elements of the group's document by the member's id. */
    private static Map<String, Value> elements(@Nullable Resource group) {
        Map<String, Value> elements = new LinkedHashMap<>();
        Value value = group == null ? null : group.get(attribute(group));
        if (value != null) {
            value.elements().forEach(e -> Membership.id(e).ifPresent(id -> elements.put(id, e)));
        }
        return elements;
    }

    @Override
    public MemberSource source(Resource group) {
        Map<String, Value> present = elements(group);
        return new MemberSource() {
            @Override
            public Set<String> among(Collection<String> ids) {
                Set<String> among = new TreeSet<>(ids);
                among.retainAll(present.keySet());
                return among;
            }

            @Override
            public Iterator<Value> all() {
                return present.values().iterator();
            }
        };
    }

    @Override
    public Applied change(@Nullable Resource before, Resource after, RelationDelta delta) {
        Map<String, Value> old = elements(before);
        Map<String, Value> now = new LinkedHashMap<>();
        old.forEach((id, element) -> {
            boolean stays =
                    delta.clear() ? delta.add().contains(id) : !delta.remove().contains(id);
            if (stays) {
                now.put(id, element);
            }
        });
        List<String> unknown = new ArrayList<>();
        for (String id : delta.add()) {
            if (!now.containsKey(id)) {
                find(id).ifPresentOrElse(
                                member -> now.put(id, MemberValues.element(attribute(after), member, null)),
                                () -> unknown.add(id));
            }
        }
        Value members = new Value.Multi(List.copyOf(now.values()));
        MembershipChange change = new MembershipChange(
                now.keySet().stream().filter(id -> !old.containsKey(id)).toList(),
                old.keySet().stream().filter(id -> !now.containsKey(id)).toList(),
                unknown);
        return new Applied(after.with(attribute(after), members), change);
    }

    private Optional<Member> find(String id) {
        if (coming.containsKey(id)) {
            return Optional.of(coming.get(id));
        }
        return registry.resourceTypes().stream()
                .flatMap(type -> resources.find(scope, type, id).stream())
                .map(found -> new Member(id, found.type().name(), null))
                .findFirst();
    }

    @Override
    public MembershipChange inserted(Resource group, RelationDelta delta, MembershipChange soFar) {
        return soFar;
    }

    @Override
    public long count(Resource group) {
        return elements(group).size();
    }

    @Override
    public MemberPage page(Resource group, @Nullable String after, int limit) {
        List<Member> members = elements(group).keySet().stream()
                .flatMap(id -> find(id).stream())
                .toList();
        return new MemberPage(members, null);
    }

    @Override
    public Map<String, List<Member>> groupsOf(Collection<String> ids) {
        Map<String, List<Member>> groups = new HashMap<>();
        forEachGroup(group -> {
            Map<String, Value> members = elements(group);
            Member asMember = new Member(
                    group.id(), group.type().name(), group.text("displayName").orElse(null));
            ids.stream()
                    .filter(members::containsKey)
                    .forEach(id ->
                            groups.computeIfAbsent(id, key -> new ArrayList<>()).add(asMember));
        });
        return groups;
    }

    @Override
    public void leaveAll(Resource resource, Instant now, KeyFactory keys) {
        List<Resource> groups = new ArrayList<>();
        forEachGroup(group -> {
            if (elements(group).containsKey(resource.id()) && !group.id().equals(resource.id())) {
                groups.add(group);
            }
        });
        RelationDelta delta = new RelationDelta(false, Set.of(resource.id()), Set.of());
        for (Resource group : groups) {
            Resource without =
                    change(group, group, delta).document().withMeta(group.meta().modified(now));
            if (!resources.replace(scope, keys.stored(without), group.meta().version())) {
                throw new ConflictException("Version of group " + group.id() + " moved on");
            }
        }
    }

    private void forEachGroup(Consumer<Resource> action) {
        for (ResourceType type : registry.resourceTypes()) {
            if (Membership.attribute(type) != null) {
                try (Stream<Resource> groups = resources.query(scope, StoreQuery.all(type))) {
                    groups.forEach(action);
                }
            }
        }
    }
}
