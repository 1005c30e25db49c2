package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.patch.Membership;
import dev.rollcall.scim.patch.RelationDelta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.store.KeyFactory;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.testing.Generator;
import dev.rollcall.scim.testing.RandomResources;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Random users and groups of several owners, put into several stores alike. */
final class RandomPeople {
    private static final List<String> OWNERS = List.of("okta", "okta", "entra");

    private final Generator g;
    private final SchemaRegistry registry;
    private final List<Store> stores;
    private final String tenant;
    private final List<Resource> residents = new ArrayList<>();

    RandomPeople(Generator g, SchemaRegistry registry, List<Store> stores, String tenant) {
        this.g = g;
        this.registry = registry;
        this.stores = stores;
        this.tenant = tenant;
        for (int i = g.between(3, 10); i > 0; i--) {
            insert(resource(g.oneIn(3) ? "Group" : "User", i), new Scope(tenant, g.oneIn(6) ? null : g.pick(OWNERS)));
        }
        residents.stream().filter(r -> r.type().name().equals("Group")).forEach(this::fill);
    }

    List<Resource> residents() {
        return residents;
    }

    private Resource resource(String typeName, int number) {
        ResourceType type = registry.resourceType(typeName);
        Resource drawn = new RandomResources(g, type).stored();
        Resource resource = drawn.withId(drawn.id() + "-" + number).withMeta(drawn.meta());
        Attribute members = Membership.attribute(type);
        if (members != null) {
            resource = resource.with(members, null);
        }
        for (String name : List.of("userName", "displayName", "externalId")) {
            Attribute attribute = type.find(name);
            if (attribute != null && g.oneIn(8)) {
                resource = resource.with(attribute, Value.of(longText()));
            }
        }
        return resource;
    }

    /** Some agree as far as an index or an order looks, and differ behind. */
    private String longText() {
        String beginning = g.pick("x", "X", "€", "😀").repeat(g.pick(499, 500, 501, 700));
        return beginning + g.pick("", "1", "2", "%", "…", g.text());
    }

    private void insert(Resource resource, Scope scope) {
        int inserted = 0;
        for (Store store : stores) {
            try {
                store.write(unit -> {
                    unit.resources().insert(scope, KeyFactory.standard().stored(resource));
                    return true;
                });
                inserted++;
            } catch (DuplicateKeyException e) {
                // Then in every store.
            }
        }
        if (inserted > 0 && inserted < stores.size()) {
            throw new AssertionError(inserted + " stores took " + resource);
        } else if (inserted > 0) {
            residents.add(resource);
        }
    }

    private void fill(Resource group) {
        Set<String> members = new TreeSet<>();
        residents.stream().filter(r -> g.oneIn(3)).forEach(r -> members.add(r.id()));
        for (Store store : stores) {
            store.write(unit -> unit.memberships()
                    .orElseThrow()
                    .apply(Scope.ofTenant(tenant), group.id(), new RelationDelta(false, members, Set.of())));
        }
    }
}
