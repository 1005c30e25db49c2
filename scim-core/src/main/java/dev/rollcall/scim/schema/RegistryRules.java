package dev.rollcall.scim.schema;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What must hold among the schemas and resource types of one server (RFC 7643 §3.3, §6 and §7). */
final class RegistryRules {
    private static final String CORE = "urn:ietf:params:scim:schemas:core:";
    private static final Set<String> NO_TYPE = Set.of("external", "uri");

    private RegistryRules() {}

    static void check(ResourceTypeDefinition type, Schema base, List<Schema> extensions) {
        if (base.discovery()) {
            throw new InvalidSchemaException("Resource type " + type.name() + " has the schema " + base.id()
                    + ", which describes what the server says of itself; a resource type needs a schema of its own");
        }
        for (Schema extension : extensions) {
            checkExtension(type, extension);
            checkAmbiguity(type, base, extension);
            extensions.forEach(other -> checkAmbiguity(type, other, extension));
        }
    }

    private static void checkExtension(ResourceTypeDefinition type, Schema extension) {
        if (extension.id().toLowerCase(Locale.ROOT).startsWith(CORE)) {
            throw new InvalidSchemaException("Resource type " + type.name() + " has the extension " + extension.id()
                    + ", which is a core schema; an extension has a URI of its own");
        }
        for (Attribute attribute : extension.attributes()) {
            if (CommonAttributes.isCommon(attribute.name())) {
                throw new InvalidSchemaException("Schema " + extension.id() + ": attribute \"" + attribute.name()
                        + "\" is one that every resource has, and no extension of " + type.name()
                        + " can define it again; choose another name");
            }
        }
    }

    /** RFC 7644 §3.10: a URI and a name with a colon between them are an attribute, so no other URI may look so. */
    private static void checkAmbiguity(ResourceTypeDefinition type, Schema schema, Schema extension) {
        for (Attribute attribute : schema.attributes()) {
            if (extension.id().equalsIgnoreCase(schema.id() + ":" + attribute.name())) {
                throw new InvalidSchemaException("Resource type " + type.name() + " has the extension " + extension.id()
                        + ", which is also how the attribute \"" + attribute.name() + "\" of " + schema.id()
                        + " is written; choose another URI");
            }
        }
    }

    /** RFC 7643 §7: a reference is to resources of a type, {@code external}, or {@code uri}. */
    static void checkReferences(Schema schema, Set<String> types) {
        schema.attributes().forEach(attribute -> {
            checkReferences(schema, attribute, attribute.name(), types);
            attribute
                    .subAttributes()
                    .forEach(sub -> checkReferences(schema, sub, attribute.name() + "." + sub.name(), types));
        });
    }

    private static void checkReferences(Schema schema, Attribute attribute, String path, Set<String> types) {
        for (String name : attribute.referenceTypes()) {
            if (!NO_TYPE.contains(name) && !types.contains(name)) {
                throw new InvalidSchemaException("Schema " + schema.id() + ": attribute \"" + path
                        + "\" has the reference type \"" + name
                        + "\"; allowed are external, uri, and the resource types "
                        + types.stream().sorted().toList());
            }
        }
    }
}
