package dev.rollcall.scim.schema;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.json.JsonBytes;
import dev.rollcall.scim.json.JsonLimits;
import dev.rollcall.scim.json.JsonReader;
import dev.rollcall.scim.json.JsonToken;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads Schema and ResourceType resources; every error names the schema, the attribute and what is allowed. */
final class SchemaParser {
    private static final JsonBytes.Factory JSON = new JsonBytes.Factory(new JsonLimits(32, 100_000, 20));

    private SchemaParser() {}

    static Schema schema(InputStream json) {
        return parse(json, SchemaParser::readSchema);
    }

    static ResourceTypeDefinition resourceType(InputStream json) {
        return parse(json, SchemaParser::readResourceType);
    }

    private static <T> T parse(InputStream json, Function<JsonReader, T> read) {
        try (JsonBytes reader = JSON.open(json)) {
            reader.next();
            return read.apply(reader);
        } catch (ScimException e) {
            throw new InvalidSchemaException(e.detail());
        }
    }

    private static Schema readSchema(JsonReader in) {
        in.require(JsonToken.START_OBJECT, "A schema");
        String id = null;
        String name = null;
        String description = null;
        List<Attribute> attributes = List.of();
        while (in.next() != JsonToken.END_OBJECT) {
            String member = in.text();
            in.next();
            switch (member) {
                case "id" -> id = text(in, "The schema's id");
                case "name" -> name = text(in, "The schema's name");
                case "description" -> description = text(in, "The schema's description");
                case "attributes" -> attributes = attributes(in, "Schema " + id);
                default -> in.skip();
            }
        }
        if (id == null) {
            throw new InvalidSchemaException("The schema has no \"id\", its URI");
        }
        if (attributes.isEmpty()) {
            throw new InvalidSchemaException("Schema " + id + " has no \"attributes\"");
        }
        return Schema.create(id, name, description, attributes);
    }

    private static ResourceTypeDefinition readResourceType(JsonReader in) {
        in.require(JsonToken.START_OBJECT, "A resource type");
        String name = null;
        String description = null;
        String endpoint = null;
        String schema = null;
        List<ResourceTypeDefinition.Extension> extensions = new ArrayList<>();
        while (in.next() != JsonToken.END_OBJECT) {
            String member = in.text();
            in.next();
            switch (member) {
                case "name" -> name = text(in, "The resource type's name");
                case "description" -> description = text(in, "The resource type's description");
                case "endpoint" -> endpoint = text(in, "The resource type's endpoint");
                case "schema" -> schema = text(in, "The resource type's schema");
                case "schemaExtensions" -> list(in, "schemaExtensions", () -> extensions.add(readExtension(in)));
                default -> in.skip();
            }
        }
        if (name == null || endpoint == null || schema == null) {
            throw new InvalidSchemaException("A resource type needs \"name\", \"endpoint\" and \"schema\"; it has name "
                    + name + ", endpoint " + endpoint + ", schema " + schema);
        }
        return new ResourceTypeDefinition(name, description, endpoint, schema, extensions);
    }

    private static ResourceTypeDefinition.Extension readExtension(JsonReader in) {
        in.require(JsonToken.START_OBJECT, "An entry of schemaExtensions");
        String schema = null;
        boolean required = false;
        while (in.next() != JsonToken.END_OBJECT) {
            String member = in.text();
            in.next();
            switch (member) {
                case "schema" -> schema = text(in, "The extension's schema");
                case "required" -> required = bool(in, "The extension's \"required\"");
                default -> in.skip();
            }
        }
        if (schema == null) {
            throw new InvalidSchemaException("An entry of schemaExtensions has no \"schema\"");
        }
        return new ResourceTypeDefinition.Extension(schema, required);
    }

    private static List<Attribute> attributes(JsonReader in, String owner) {
        List<Attribute> attributes = new ArrayList<>();
        list(in, owner + ": attributes", () -> attributes.add(attribute(in, owner)));
        return attributes;
    }

    private static Attribute attribute(JsonReader in, String owner) {
        in.require(JsonToken.START_OBJECT, owner + ": an attribute");
        AttributeDraft draft = new AttributeDraft(owner);
        while (in.next() != JsonToken.END_OBJECT) {
            String member = in.text();
            in.next();
            String where = draft.where() + ": \"" + member + "\"";
            switch (member) {
                case "name" -> draft.name = text(in, where);
                case "type" -> draft.type = keyword(in, where, AttributeType.values(), AttributeType::keyword);
                case "multiValued" -> draft.multiValued = bool(in, where);
                case "description" -> draft.description = text(in, where);
                case "required" -> draft.required = bool(in, where);
                case "canonicalValues" -> draft.canonicalValues = strings(in, where);
                case "caseExact" -> draft.caseExact = bool(in, where);
                case "mutability" -> draft.mutability = keyword(in, where, Mutability.values(), Mutability::keyword);
                case "returned" -> draft.returned = keyword(in, where, Returned.values(), Returned::keyword);
                case "uniqueness" -> draft.uniqueness = keyword(in, where, Uniqueness.values(), Uniqueness::keyword);
                case "referenceTypes" -> draft.referenceTypes = strings(in, where);
                case "subAttributes" -> draft.subAttributes = attributes(in, draft.where());
                default -> in.skip();
            }
        }
        return draft.build();
    }

    private static @Nullable String text(JsonReader in, String what) {
        if (in.token() == JsonToken.NULL) {
            return null;
        }
        in.require(JsonToken.STRING, what);
        return in.text();
    }

    private static boolean bool(JsonReader in, String what) {
        if (in.token() == JsonToken.TRUE || in.token() == JsonToken.FALSE) {
            return in.token() == JsonToken.TRUE;
        }
        throw new InvalidSchemaException(
                what + " must be true or false, not " + in.token().noun() + " (" + in.where() + ")");
    }

    private static <E> E keyword(JsonReader in, String what, E[] values, Function<E, String> keyword) {
        in.require(JsonToken.STRING, what);
        String found = in.text();
        return Arrays.stream(values)
                .filter(value -> keyword.apply(value).equals(found))
                .findFirst()
                .orElseThrow(() -> new InvalidSchemaException(what + " is \"" + found + "\"; allowed are "
                        + Arrays.stream(values).map(keyword).toList()));
    }

    private static List<String> strings(JsonReader in, String what) {
        List<String> strings = new ArrayList<>();
        list(in, what, () -> {
            in.require(JsonToken.STRING, what);
            strings.add(in.text());
        });
        return strings;
    }

    private static void list(JsonReader in, String what, Runnable element) {
        in.require(JsonToken.START_ARRAY, what);
        while (in.next() != JsonToken.END_ARRAY) {
            element.run();
        }
    }
}
