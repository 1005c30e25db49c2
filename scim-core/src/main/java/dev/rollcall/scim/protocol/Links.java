package dev.rollcall.scim.protocol;

import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The URLs of resources below a base URL. Immutable and thread-safe.
 *
 * @param registry the resource types
 * @param baseUrl without a slash at the end
 */
public record Links(SchemaRegistry registry, String baseUrl) {
    /**
     * A base URL as it was configured, without a slash at the end.
     *
     * @throws IllegalArgumentException if it is no http or https URL, or has a user, a query or a fragment
     */
    public static String checkedBaseUrl(String url) {
        URI uri = URI.create(url);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || uri.getHost() == null) {
            throw new IllegalArgumentException("The base URL must start with https:// or http:// and a host: " + url);
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("The base URL must not have a user, a query or a fragment: " + url);
        }
        return uri.toASCIIString().replaceAll("/+$", "");
    }

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
