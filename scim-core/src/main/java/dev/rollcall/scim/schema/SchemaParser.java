package dev.rollcall.scim.schema;

import static java.util.Map.entry;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads Schema resources (RFC 7643 §7). */
final class SchemaParser {
    private static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Schema";

    private final DefinitionReader in;
    private final SchemaBuilder schema = new SchemaBuilder();

    private SchemaParser(DefinitionReader in) {
        this.in = in;
    }

    static Schema schema(InputStream json) {
        return DefinitionReader.parse(json, in -> read(in, "The schema"));
    }

    /** @param what names the schema as long as its id has not been read */
    static Schema read(DefinitionReader in, String what) {
        return new SchemaParser(in).read(what);
    }

    private Schema read(String what) {
        Supplier<String> where = () -> schema.id == null ? what : "Schema " + schema.id;
        List<Draft> drafts = new ArrayList<>();
        in.object(
                where,
                Map.of(
                        "schemas", at -> in.kind(at, SCHEMA),
                        "id", at -> schema.id = in.text(at),
                        "name", at -> schema.name(in.text(at)),
                        "description", at -> schema.description(in.text(at)),
                        "attributes", at -> drafts.addAll(attributes(at, where))));
        if (schema.id == null) {
            throw new InvalidSchemaException(what + " has no \"id\", its URI");
        }
        drafts.forEach(draft -> schema.attribute(draft.build(where.get())));
        return schema.build();
    }

    private List<Draft> attributes(String at, Supplier<String> owner) {
        List<Draft> attributes = new ArrayList<>();
        in.array(at, () -> attributes.add(attribute(owner)));
        return attributes;
    }

    private Draft attribute(Supplier<String> owner) {
        Draft draft = new Draft();
        Supplier<String> where = () -> owner.get() + ": " + draft;
        AttributeBuilder a = draft.builder;
        in.object(
                where,
                Map.ofEntries(
                        entry("name", at -> a.name = in.text(at)),
                        entry("type", at -> a.type = in.keyword(at, AttributeType.values(), AttributeType::keyword)),
                        entry("multiValued", at -> a.multiValued(in.bool(at))),
                        entry("description", at -> a.description(in.text(at))),
                        entry("required", at -> a.required(in.bool(at))),
                        entry("canonicalValues", at -> a.canonicalValues(in.texts(at))),
                        entry("caseExact", at -> a.caseExact(in.bool(at))),
                        entry(
                                "mutability",
                                at -> a.mutability(in.keyword(at, Mutability.values(), Mutability::keyword))),
                        entry("returned", at -> a.returned(in.keyword(at, Returned.values(), Returned::keyword))),
                        entry(
                                "uniqueness",
                                at -> a.uniqueness(in.keyword(at, Uniqueness.values(), Uniqueness::keyword))),
                        entry("referenceTypes", at -> a.referenceTypes(in.texts(at))),
                        entry("subAttributes", at -> draft.subAttributes = attributes(at, where))));
        return draft;
    }

    /** An attribute while the names of what is around it may not have been read. */
    private static final class Draft {
        private final AttributeBuilder builder = new AttributeBuilder("", AttributeType.STRING);
        private @Nullable List<Draft> subAttributes;

        Attribute build(String owner) {
            String where = owner + ": " + this;
            if (builder.name.isEmpty()) {
                throw new InvalidSchemaException(owner + ": an attribute has no \"name\"");
            }
            if (subAttributes != null) {
                builder.subAttributes(
                        subAttributes.stream().map(sub -> sub.build(where)).toList());
            }
            try {
                return builder.build();
            } catch (InvalidSchemaException e) {
                throw new InvalidSchemaException(owner + ": " + e.getMessage());
            }
        }

        @Override
        public String toString() {
            return builder.name.isEmpty() ? "an attribute" : "attribute \"" + builder.name + "\"";
        }
    }
}
