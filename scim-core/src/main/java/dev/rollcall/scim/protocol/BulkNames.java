package dev.rollcall.scim.protocol;

import dev.rollcall.scim.json.Names;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.Attributes;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Returned;
import dev.rollcall.scim.schema.SchemaRegistry;
import java.util.HashSet;
import java.util.Set;

/**
 * The attributes of a resource type that references to resources of the same bulk request are treated in a way of their
 * own for. Immutable.
 *
 * @param links folded names of those that hold the URL of a resource
 * @param secrets folded names of those that nobody may see; what is in them is never a reference. A name that something
 *     else has too is not among them: its references must be found, and hardly a secret looks like one
 */
record BulkNames(Set<String> links, Set<String> secrets) {
    static BulkNames of(SchemaRegistry registry, String endpoint) {
        BulkNames names = new BulkNames(new HashSet<>(Set.of("$ref")), new HashSet<>());
        Set<String> others = new HashSet<>();
        for (ResourceType type : registry.resourceTypes()) {
            if (type.endpoint().equals("/" + endpoint)) {
                names.add(registry, type.attributes(), others);
            }
        }
        names.secrets.removeAll(others);
        return names;
    }

    private void add(SchemaRegistry registry, Attributes attributes, Set<String> others) {
        for (Attribute attribute : attributes) {
            String name = Names.fold(attribute.name());
            // What is writeOnly is never returned either.
            boolean secret = attribute.returned() == Returned.NEVER;
            (secret ? secrets : others).add(name);
            boolean link = attribute.type() == AttributeType.REFERENCE
                    && attribute.referenceTypes().stream().anyMatch(t -> registry.findResourceType(t) != null);
            if (link) {
                links.add(name);
            }
            add(registry, attribute.subAttributes(), others);
        }
    }
}
