package dev.rollcall.scim.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds an {@link Attribute}; what is not said has the default of RFC 7643 §2.2. Not thread-safe. */
public final class AttributeBuilder {
    final String name;
    final AttributeType type;
    boolean multiValued;

    @Nullable
    String description;

    boolean required;
    List<String> canonicalValues = List.of();
    boolean caseExact;
    Mutability mutability = Mutability.READ_WRITE;
    Returned returned = Returned.DEFAULT;
    Uniqueness uniqueness = Uniqueness.NONE;
    List<String> referenceTypes = List.of();
    List<Attribute> subAttributes = List.of();

    AttributeBuilder(String name, AttributeType type) {
        this.name = Objects.requireNonNull(name);
        this.type = Objects.requireNonNull(type);
    }

    /** Whether the attribute holds a list of values; default no. */
    public AttributeBuilder multiValued(boolean value) {
        this.multiValued = value;
        return this;
    }

    /** What the attribute is for. */
    public AttributeBuilder description(@Nullable String value) {
        this.description = value;
        return this;
    }

    /** Whether a resource must have a value; default no. */
    public AttributeBuilder required(boolean value) {
        this.required = value;
        return this;
    }

    /** Suggested values. */
    public AttributeBuilder canonicalValues(List<String> values) {
        this.canonicalValues = values;
        return this;
    }

    /** Whether comparison distinguishes upper and lower case; default no. */
    public AttributeBuilder caseExact(boolean value) {
        this.caseExact = value;
        return this;
    }

    /** Who may change the attribute; default {@link Mutability#READ_WRITE}. */
    public AttributeBuilder mutability(Mutability value) {
        this.mutability = value;
        return this;
    }

    /** When the attribute is returned; default {@link Returned#DEFAULT}. */
    public AttributeBuilder returned(Returned value) {
        this.returned = value;
        return this;
    }

    /** Whether values are unique; default {@link Uniqueness#NONE}. */
    public AttributeBuilder uniqueness(Uniqueness value) {
        this.uniqueness = value;
        return this;
    }

    /** For a reference, what it may point at. */
    public AttributeBuilder referenceTypes(List<String> values) {
        this.referenceTypes = values;
        return this;
    }

    /** The sub-attributes of a complex attribute. */
    public AttributeBuilder subAttributes(List<Attribute> values) {
        this.subAttributes = values;
        return this;
    }

    /**
     * The attribute.
     *
     * @throws InvalidSchemaException if the name is not one, or sub-attributes and type do not fit
     */
    public Attribute build() {
        return Attribute.build(this);
    }
}
