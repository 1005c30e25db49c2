package dev.rollcall.scim.schema;

import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource type as it is configured, with its schemas by URI (RFC 7643 §6).
 *
 * @param name unique on the server, in exact case; also the type's id
 * @param description what the type is for
 * @param endpoint path below the base URL, with a leading slash, such as {@code /Users}
 * @param schema URI of the base schema
 * @param extensions the extensions that resources of the type may have
 */
public record ResourceTypeDefinition(
        String name, @Nullable String description, String endpoint, String schema, List<Extension> extensions) {
    /**
     * An extension of the type.
     *
     * @param schema URI of the extension's schema
     * @param required whether each resource must have it
     */
    public record Extension(String schema, boolean required) {}

    /** Checks the form of name and endpoint. */
    public ResourceTypeDefinition {
        extensions = List.copyOf(extensions);
        if (name.isBlank()) {
            throw new InvalidSchemaException("A resource type needs a name");
        }
        if (!endpoint.matches("/[A-Za-z0-9._~-]+")) {
            throw new InvalidSchemaException("Endpoint \"" + endpoint + "\" of resource type " + name
                    + " must be one path segment with a leading slash, such as /Users");
        }
    }

    /** The same type with one more extension. */
    public ResourceTypeDefinition with(Extension extension) {
        List<Extension> more = new java.util.ArrayList<>(extensions);
        more.add(extension);
        return new ResourceTypeDefinition(name, description, endpoint, schema, more);
    }

    /**
     * Reads a ResourceType resource in the JSON of RFC 7643 §6.
     *
     * @throws InvalidSchemaException if it is not one; the message names the place
     */
    public static ResourceTypeDefinition parse(InputStream json) {
        return SchemaParser.resourceType(json);
    }
}
