package dev.rollcall.scim.schema;

import java.io.InputStream;
import java.util.List;

/**
 * A resource type together with the schemas that it brings along, as one file can hold it. Immutable and thread-safe.
 *
 * @param resourceType the resource type
 * @param schemas its base schema and those of its extensions, unless they are registered in another way
 */
public record ResourceTypeBundle(ResourceTypeDefinition resourceType, List<Schema> schemas) {
    /**
     * Checks that each schema is used.
     *
     * @throws InvalidSchemaException if a schema is neither the base schema of the type nor that of an extension
     */
    public ResourceTypeBundle {
        schemas = List.copyOf(schemas);
        for (Schema schema : schemas) {
            if (!resourceType.uses(schema.id())) {
                throw new InvalidSchemaException("Schema " + schema.id() + " stands beside the resource type "
                        + resourceType.name() + ", which uses it neither as \"schema\" nor in \"schemaExtensions\"");
            }
        }
    }

    /**
     * Reads a JSON object with the members {@code resourceType}, a ResourceType resource (RFC 7643 §6), and {@code
     * schemas}, an array of Schema resources (§7).
     *
     * @throws InvalidSchemaException if it is not one; the message names the place
     */
    public static ResourceTypeBundle parse(InputStream json) {
        return ResourceTypeParser.bundle(json);
    }
}
