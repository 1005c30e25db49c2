package dev.rollcall.scim.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The schemas and resource types of RFC 7643, read from their JSON resources with the errata applied. */
final class StandardSchemas {
    private StandardSchemas() {}

    static List<Schema> schemas() {
        return Stream.of("User", "EnterpriseUser", "Group", "ServiceProviderConfig", "ResourceType", "Schema")
                .map(name -> read(name + ".json", SchemaParser::schema))
                .toList();
    }

    static List<ResourceTypeDefinition> resourceTypes() {
        return Stream.of("User", "Group")
                .map(name -> read(name + "ResourceType.json", ResourceTypeParser::resourceType))
                .toList();
    }

    private static <T> T read(String resource, Function<InputStream, T> parser) {
        try (InputStream in = StandardSchemas.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the jar: " + resource);
            }
            return parser.apply(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
