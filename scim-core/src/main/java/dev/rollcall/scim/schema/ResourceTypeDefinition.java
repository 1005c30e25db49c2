package dev.rollcall.scim.schema;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A resource type as it is configured, with its schemas by URI (RFC 7643 §6).
 *
 * @param name unique on the server, in exact case; also the type's id, so it can stand in a URL
 * @param description what the type is for
 * @param endpoint path below the base URL, with a leading slash, such as {@code /Users}
 * @param schema URI of the base schema
 * @param extensions the extensions that resources of the type may have, each once
 */
public record ResourceTypeDefinition(
        String name, @Nullable String description, String endpoint, String schema, List<Extension> extensions) {
    /** Endpoints that RFC 7644 §3.2 gives a meaning of their own. */
    private static final List<String> RESERVED_ENDPOINTS =
            List.of("/ServiceProviderConfig", "/ResourceTypes", "/Schemas", "/Bulk", "/Me");
    /** Names that are a {@code meta.resourceType} of discovery, or a keyword of {@code referenceTypes}. */
    private static final List<String> RESERVED_NAMES =
            List.of("ServiceProviderConfig", "ResourceType", "Schema", "external", "uri");

    /**
     * An extension of the type.
     *
     * @param schema URI of the extension's schema
     * @param required whether each resource must have it
     */
    public record Extension(String schema, boolean required) {}

    /** Checks name, endpoint and extensions, as far as that goes without the schemas. */
    public ResourceTypeDefinition {
        extensions = List.copyOf(extensions);
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._~-]*")) {
            throw new InvalidSchemaException(
                    "\"" + name + "\" is not a name of a resource type: letters and digits, and"
                            + " after the first \".\", \"_\", \"~\" or \"-\"");
        }
        if (anyCase(RESERVED_NAMES, name)) {
            throw new InvalidSchemaException(
                    "Resource type " + name + " has a reserved name; these are taken: " + RESERVED_NAMES);
        }
        // A leading dot is reserved too: /.search is a query.
        if (!endpoint.matches("/[A-Za-z0-9_~-][A-Za-z0-9._~-]*")) {
            throw new InvalidSchemaException("Endpoint \"" + endpoint + "\" of resource type " + name
                    + " must be one path segment with a leading slash, such as /Users, that does not begin with a dot");
        }
        if (anyCase(RESERVED_ENDPOINTS, endpoint)) {
            throw new InvalidSchemaException("Endpoint \"" + endpoint + "\" of resource type " + name
                    + " is reserved; these are taken: " + RESERVED_ENDPOINTS);
        }
        Set<String> seen = new HashSet<>(Set.of(fold(schema)));
        for (Extension extension : extensions) {
            if (!seen.add(fold(extension.schema()))) {
                throw new InvalidSchemaException("Resource type " + name + " has the extension " + extension.schema()
                        + " twice, or has it as its base schema already");
            }
        }
    }

    private static boolean anyCase(List<String> reserved, String found) {
        return reserved.stream().anyMatch(found::equalsIgnoreCase);
    }

    private static String fold(String uri) {
        return uri.toLowerCase(Locale.ROOT);
    }

    /** Starts the definition of a type of that name. */
    public static ResourceTypeBuilder builder(String name) {
        return new ResourceTypeBuilder(name);
    }

    /** The same type with one more extension. */
    public ResourceTypeDefinition with(Extension extension) {
        List<Extension> more = new ArrayList<>(extensions);
        more.add(extension);
        return withExtensions(more);
    }

    /** The same type with these extensions. */
    ResourceTypeDefinition withExtensions(List<Extension> newExtensions) {
        return new ResourceTypeDefinition(name, description, endpoint, schema, newExtensions);
    }

    /** The paths by the schema that they are of: that of an extension whose URI stands in front, or the base schema. */
    Map<String, List<String>> bySchema(List<String> paths) {
        Map<String, List<String>> bySchema = new HashMap<>();
        for (String path : paths) {
            String uri = extensions.stream()
                    .map(Extension::schema)
                    .filter(extension -> fold(path).startsWith(fold(extension) + ":"))
                    .findFirst()
                    .orElse(schema);
            String inside = fold(path).startsWith(fold(uri) + ":") ? path.substring(uri.length() + 1) : path;
            bySchema.computeIfAbsent(uri, any -> new ArrayList<>()).add(inside);
        }
        return bySchema;
    }

    /** Whether the URI is that of the base schema or of an extension, in any case. */
    boolean uses(String uri) {
        return schema.equalsIgnoreCase(uri)
                || extensions.stream().anyMatch(e -> e.schema().equalsIgnoreCase(uri));
    }

    /**
     * Reads a ResourceType resource in the JSON of RFC 7643 §6.
     *
     * @throws InvalidSchemaException if it is not one; the message names the place
     */
    public static ResourceTypeDefinition parse(InputStream json) {
        return ResourceTypeParser.resourceType(json);
    }
}
