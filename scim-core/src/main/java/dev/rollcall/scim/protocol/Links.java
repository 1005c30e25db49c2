package dev.rollcall.scim.protocol;

import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
        return baseUrl + type.endpoint() + "/" + segment(id);
    }

    /** The URL of a resource of the type of that name; empty if there is no such type. */
    public Optional<String> location(String typeName, String id) {
        return Optional.ofNullable(registry.findResourceType(typeName)).map(type -> location(type, id));
    }

    /** An id as a path segment (RFC 3986 §3.3); a host's own ids can hold anything. */
    static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
