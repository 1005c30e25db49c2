package dev.rollcall.scim.provisioning.mapping;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.ResourceBuilder;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A small tenant: organizations HQ (the default), Sales twice, an old one; roles admin and member; some groups. */
final class Sample {
    static final ResourceType USERS = SchemaRegistry.standard().resourceType("User");

    static final Catalogue CATALOGUE = new Catalogue(
            List.of(
                    new Organization("hq", "HQ Berlin", null, Set.of("member"), true),
                    new Organization("research", "Research", "hq", Set.of("member", "reader"), true),
                    new Organization("sales1", "Sales", null, Set.of(), true),
                    new Organization("sales2", "SALES", "hq", Set.of(), true),
                    new Organization("old", "Old Works", null, Set.of("member"), false),
                    new Organization("support", "Support", null, Set.of("member", "vanished"), true)),
            "hq",
            Set.of("admin", "member", "reader"),
            Set.of("g1", "g2", "g3"));

    private Sample() {}

    static Resource user(@Nullable String department) {
        ResourceBuilder user = Resource.builder(USERS).set("userName", "mira").set("title", "Engineer");
        if (department != null) {
            user.extension(
                    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", Map.of("department", department));
        }
        return user.build();
    }

    static Subject newcomer(@Nullable String department, String... groups) {
        return new Subject(user(department), Set.of(groups), null);
    }

    static Subject member(
            @Nullable String department,
            String organization,
            PlacedBy by,
            Map<String, Provenance> roles,
            String... groups) {
        return new Subject(user(department), Set.of(groups), new Assignment(organization, by, roles));
    }

    static String id(Decision decision) {
        return ((Destination.Existing) decision.destination()).organization().id();
    }
}
