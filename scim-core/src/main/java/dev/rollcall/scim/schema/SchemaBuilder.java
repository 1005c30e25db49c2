package dev.rollcall.scim.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Schema}. Not thread-safe. */
public final class SchemaBuilder {
    @Nullable
    String id;

    private @Nullable String name;
    private @Nullable String description;
    private final List<Attribute> attributes = new ArrayList<>();

    SchemaBuilder() {}

    /** A short name for people. */
    public SchemaBuilder name(String value) {
        this.name = value;
        return this;
    }

    /** What the schema is for. */
    public SchemaBuilder description(String value) {
        this.description = value;
        return this;
    }

    /** Adds an attribute. */
    public SchemaBuilder attribute(Attribute attribute) {
        attributes.add(Objects.requireNonNull(attribute));
        return this;
    }

    /** Adds an attribute with the defaults of RFC 7643 §2.2. */
    public SchemaBuilder attribute(String attributeName, AttributeType type) {
        return attribute(attributeName, type, attribute -> attribute);
    }

    /** Adds an attribute, described by what is done to its builder. */
    public SchemaBuilder attribute(
            String attributeName, AttributeType type, UnaryOperator<AttributeBuilder> characteristics) {
        return attribute(
                characteristics.apply(Attribute.named(attributeName, type)).build());
    }

    /**
     * The schema.
     *
     * @throws InvalidSchemaException if it is none; the message names the attribute, what was found and what is allowed
     */
    public Schema build() {
        return Schema.of(Objects.requireNonNull(id), name, description, attributes);
    }
}
