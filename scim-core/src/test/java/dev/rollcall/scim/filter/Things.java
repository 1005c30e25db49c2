package dev.rollcall.scim.filter;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeBuilder;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ResourceTypeDefinition;
import dev.rollcall.scim.schema.Returned;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.testing.Generator;
import java.util.List;
import java.util.stream.Stream;

/** The types that the filter tests are about: User, Group, and Thing, which has an attribute of each type. */
final class Things {
    static final String THING = "urn:example:2.0:Thing";
    static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
    static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    static final String THING_EXTENSION = "urn:example:2.0:ThingExtension";

    private static final SchemaRegistry REGISTRY = SchemaRegistry.builder()
            .schema(thing())
            .resourceType(new ResourceTypeDefinition("Thing", null, "/Things", THING, List.of()))
            .extension("Thing", extension())
            .build();

    static final ResourceType USER_TYPE = REGISTRY.resourceType("User");
    static final ResourceType GROUP_TYPE = REGISTRY.resourceType("Group");
    static final ResourceType THING_TYPE = REGISTRY.resourceType("Thing");

    private Things() {}

    private static Schema thing() {
        List<Attribute> complex = List.of(
                of("value", AttributeType.INTEGER).build(),
                of("secret", AttributeType.STRING).returned(Returned.NEVER).build(),
                of("primary", AttributeType.BOOLEAN).build());
        return Schema.of(
                THING,
                "Thing",
                null,
                List.of(
                        of("text", AttributeType.STRING).build(),
                        of("exact", AttributeType.STRING).caseExact(true).build(),
                        of("flag", AttributeType.BOOLEAN).build(),
                        of("count", AttributeType.INTEGER).build(),
                        of("weight", AttributeType.DECIMAL).build(),
                        of("time", AttributeType.DATE_TIME).build(),
                        of("bytes", AttributeType.BINARY).build(),
                        of("link", AttributeType.REFERENCE).build(),
                        of("part", AttributeType.COMPLEX).subAttributes(complex).build(),
                        of("vaults", AttributeType.COMPLEX)
                                .multiValued(true)
                                .subAttributes(List.of(of("value", AttributeType.STRING)
                                        .returned(Returned.NEVER)
                                        .build()))
                                .build(),
                        of("tags", AttributeType.STRING).multiValued(true).build(),
                        of("counts", AttributeType.INTEGER).multiValued(true).build(),
                        of("times", AttributeType.DATE_TIME).multiValued(true).build(),
                        of("parts", AttributeType.COMPLEX)
                                .multiValued(true)
                                .subAttributes(complex)
                                .build()));
    }

    private static Schema extension() {
        return Schema.of(
                THING_EXTENSION,
                null,
                null,
                List.of(
                        of("value", AttributeType.STRING).build(),
                        of("notes", AttributeType.STRING).multiValued(true).build()));
    }

    private static AttributeBuilder of(String name, AttributeType type) {
        return Attribute.named(name, type);
    }

    static ResourceType anyType(Generator g) {
        return g.pick(Stream.of(USER_TYPE, USER_TYPE, GROUP_TYPE, THING_TYPE).toList());
    }

    static Resource thing(String name, Object value) {
        return Resource.builder(THING_TYPE).set(name, value).build();
    }

    static FilterCompiler compiler(ResourceType type, Tolerance tolerance) {
        return new FilterCompiler(new PathResolver(type, tolerance), tolerance);
    }

    /** Whether the filter holds for the resource, under strict rules. */
    static boolean holds(String filter, Resource resource) {
        return compiler(resource.type(), Tolerance.STRICT)
                .compile(Filter.parse(filter, Tolerance.STRICT))
                .test(resource);
    }
}
