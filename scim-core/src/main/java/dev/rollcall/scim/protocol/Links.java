package dev.rollcall.scim.protocol;

import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import java.util.Optional;

/**
 * The URLs of resources below a base URL. Immutable and thread-safe.
 *
 * @param registry the resource types
 * @param baseUrl without a slash at the end
 */
public record Links(SchemaRegistry registry, String baseUrl) {
    /** The URL of a resource, {@code meta.location}. */
    public String location(ResourceType type, String id) {
        return baseUrl + type.endpoint() + "/" + id;
    }

    /** The URL of a resource of the type of that name; empty if there is no such type. */
    public Optional<String> location(String typeName, String id) {
        return Optional.ofNullable(registry.findResourceType(typeName)).map(type -> location(type, id));
    }
}
