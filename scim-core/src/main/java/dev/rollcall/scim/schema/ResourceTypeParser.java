package dev.rollcall.scim.schema;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads ResourceType resources (RFC 7643 §6), alone or in one object with their schemas. */
final class ResourceTypeParser {
    private static final String RESOURCE_TYPE = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";

    private final DefinitionReader in;
    private @Nullable String name;
    private @Nullable String description;
    private @Nullable String endpoint;
    private @Nullable String schema;
    private final List<ResourceTypeDefinition.Extension> extensions = new ArrayList<>();

    private ResourceTypeParser(DefinitionReader in) {
        this.in = in;
    }

    static ResourceTypeDefinition resourceType(InputStream json) {
        return DefinitionReader.parse(json, in -> new ResourceTypeParser(in).read());
    }

    static ResourceTypeBundle bundle(InputStream json) {
        return DefinitionReader.parse(json, in -> {
            List<ResourceTypeDefinition> type = new ArrayList<>();
            List<Schema> schemas = new ArrayList<>();
            in.object(
                    () -> "The text",
                    Map.of(
                            "resourceType", at -> type.add(new ResourceTypeParser(in).read()),
                            "schemas",
                                    at -> in.array(
                                            at,
                                            () -> schemas.add(
                                                    SchemaParser.read(in, at + ": schema " + schemas.size())))));
            if (type.isEmpty()) {
                throw new InvalidSchemaException("The text has no \"resourceType\"; it must be an object with a"
                        + " \"resourceType\" (RFC 7643 section 6) and its \"schemas\" (section 7)");
            }
            return new ResourceTypeBundle(type.get(0), schemas);
        });
    }

    private ResourceTypeDefinition read() {
        Supplier<String> where = () -> name == null ? "The resource type" : "Resource type " + name;
        in.object(
                where,
                Map.of(
                        "schemas", at -> in.kind(at, RESOURCE_TYPE),
                        "id", this::skipId,
                        "name", at -> name = in.text(at),
                        "description", at -> description = in.text(at),
                        "endpoint", at -> endpoint = in.text(at),
                        "schema", at -> schema = in.text(at),
                        "schemaExtensions", at -> in.array(at, () -> extensions.add(extension(at)))));
        if (name == null || endpoint == null || schema == null) {
            throw new InvalidSchemaException("A resource type needs \"name\", \"endpoint\" and \"schema\"; it has name "
                    + name + ", endpoint " + endpoint + ", schema " + schema);
        }
        return new ResourceTypeDefinition(name, description, endpoint, schema, extensions);
    }

    /** RFC 7643 §6: the id is optional; here it is always the name. */
    private void skipId(String at) {
        in.text(at);
    }

    private ResourceTypeDefinition.Extension extension(String at) {
        String what = at + ": an entry";
        List<String> uri = new ArrayList<>();
        List<Boolean> required = new ArrayList<>();
        in.object(
                () -> what,
                Map.of("schema", place -> uri.add(in.text(place)), "required", place -> required.add(in.bool(place))));
        if (uri.isEmpty()) {
            throw new InvalidSchemaException(what + " has no \"schema\", the URI of the extension");
        }
        return new ResourceTypeDefinition.Extension(uri.get(0), required.contains(true));
    }
}
