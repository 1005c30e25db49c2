package dev.rollcall.scim.protocol;

import dev.rollcall.scim.json.JsonWriter;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.Attributes;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ResourceTypeDefinition;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.Uniqueness;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes schemas and resource types from the definitions that the engine itself obeys (RFC 7643 §6 and §7). */
final class DefinitionWriter {
    private static final String LIST_RESPONSE = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
    private static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Schema";
    private static final String RESOURCE_TYPE = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";

    /** Types whose values have case (RFC 7643 §2.3). */
    private static final Set<AttributeType> CASED =
            Set.of(AttributeType.STRING, AttributeType.REFERENCE, AttributeType.BINARY);
    /** Types whose values are never unique (RFC 7643 §2.3, erratum 6004), so that not even "none" is said. */
    private static final Set<AttributeType> NEVER_UNIQUE = Set.of(AttributeType.COMPLEX, AttributeType.BOOLEAN);

    private DefinitionWriter() {}

    static void writeList(JsonWriter out, List<Consumer<JsonWriter>> entries) {
        out.startObject();
        strings(out, "schemas", List.of(LIST_RESPONSE));
        out.name("totalResults").number(entries.size());
        out.name("startIndex").number(1);
        out.name("itemsPerPage").number(entries.size());
        out.name("Resources").startArray();
        entries.forEach(entry -> entry.accept(out));
        out.endArray().endObject();
    }

    static void meta(JsonWriter out, String resourceType, String location) {
        out.name("meta").startObject();
        out.name("resourceType").string(resourceType);
        out.name("location").string(location);
        out.endObject();
    }

    private static void optional(JsonWriter out, String name, @Nullable String value) {
        if (value != null) {
            out.name(name).string(value);
        }
    }

    private static void strings(JsonWriter out, String name, List<String> values) {
        out.name(name).startArray();
        values.forEach(out::string);
        out.endArray();
    }

    static void write(JsonWriter out, ResourceType type, String baseUrl) {
        out.startObject();
        strings(out, "schemas", List.of(RESOURCE_TYPE));
        out.name("id").string(type.name());
        out.name("name").string(type.name());
        optional(out, "description", type.definition().description());
        out.name("endpoint").string(type.endpoint());
        out.name("schema").string(type.schema().id());
        List<ResourceTypeDefinition.Extension> extensions = type.definition().extensions();
        if (!extensions.isEmpty()) {
            out.name("schemaExtensions").startArray();
            for (ResourceTypeDefinition.Extension extension : extensions) {
                out.startObject();
                out.name("schema").string(extension.schema());
                out.name("required").bool(extension.required());
                out.endObject();
            }
            out.endArray();
        }
        meta(out, "ResourceType", baseUrl + "/ResourceTypes/" + type.name());
        out.endObject();
    }

    /** @param uniqueness how far values are unique for this caller */
    static void write(JsonWriter out, Schema schema, String baseUrl, Function<Attribute, Uniqueness> uniqueness) {
        out.startObject();
        strings(out, "schemas", List.of(SCHEMA));
        out.name("id").string(schema.id());
        optional(out, "name", schema.name());
        optional(out, "description", schema.description());
        attributes(out, "attributes", schema.attributes(), uniqueness);
        meta(out, "Schema", baseUrl + "/Schemas/" + schema.id());
        out.endObject();
    }

    private static void attributes(
            JsonWriter out, String name, Attributes attributes, Function<Attribute, Uniqueness> uniqueness) {
        out.name(name).startArray();
        attributes.forEach(attribute -> attribute(out, attribute, uniqueness));
        out.endArray();
    }

    private static void attribute(JsonWriter out, Attribute attribute, Function<Attribute, Uniqueness> uniqueness) {
        AttributeType type = attribute.type();
        out.startObject();
        out.name("name").string(attribute.name());
        out.name("type").string(type.keyword());
        out.name("multiValued").bool(attribute.multiValued());
        optional(out, "description", attribute.description());
        out.name("required").bool(attribute.required());
        if (!attribute.canonicalValues().isEmpty()) {
            strings(out, "canonicalValues", attribute.canonicalValues());
        }
        if (CASED.contains(type)) {
            out.name("caseExact").bool(attribute.caseExact());
        }
        out.name("mutability").string(attribute.mutability().keyword());
        out.name("returned").string(attribute.returned().keyword());
        if (!NEVER_UNIQUE.contains(type)) {
            out.name("uniqueness").string(uniqueness.apply(attribute).keyword());
        }
        if (!attribute.referenceTypes().isEmpty()) {
            strings(out, "referenceTypes", attribute.referenceTypes());
        }
        if (attribute.complex()) {
            attributes(out, "subAttributes", attribute.subAttributes(), uniqueness);
        }
        out.endObject();
    }
}
