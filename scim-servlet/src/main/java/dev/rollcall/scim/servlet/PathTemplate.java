package dev.rollcall.scim.servlet;

import dev.rollcall.scim.protocol.ProtocolVersion;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The endpoint that a path belongs to, one of a few whatever clients send. Immutable and thread-safe. */
final class PathTemplate {
    static final String OTHER = "other";

    private static final String SEARCH = ".search";

    private final Set<String> single = new HashSet<>(Set.of("Me", "Bulk", "ServiceProviderConfig"));
    private final Set<String> collections = new HashSet<>(Set.of("Schemas", "ResourceTypes"));
    private final Set<String> searchable = new HashSet<>();

    PathTemplate(SchemaRegistry registry) {
        registry.resourceTypes().stream()
                .map(ResourceType::endpoint)
                .map(endpoint -> endpoint.substring(1))
                .forEach(searchable::add);
        collections.addAll(searchable);
    }

    String of(List<String> path, String baseUrl) {
        return ProtocolVersion.isLeading(path, baseUrl) ? of(path.subList(1, path.size())) : of(path);
    }

    private String of(List<String> path) {
        String first = path.isEmpty() ? "" : path.get(0);
        return switch (path.size()) {
            case 0 -> "/";
            case 1 ->
                first.equals(SEARCH) || single.contains(first) || collections.contains(first) ? "/" + first : OTHER;
            case 2 -> {
                if (path.get(1).equals(SEARCH) && searchable.contains(first)) {
                    yield "/" + first + "/" + SEARCH;
                }
                yield collections.contains(first) ? "/" + first + "/{id}" : OTHER;
            }
            default -> OTHER;
        };
    }
}
