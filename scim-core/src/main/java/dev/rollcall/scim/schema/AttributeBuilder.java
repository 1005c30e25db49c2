package dev.rollcall.scim.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Builds an {@link Attribute}; what is not said has the default of RFC 7643 §2.2. Not thread-safe. */
public final class AttributeBuilder {
    String name;
    AttributeType type;
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

    /** Starts with what an attribute has. */
    static AttributeBuilder like(Attribute attribute) {
        AttributeBuilder builder = new AttributeBuilder(attribute.name(), attribute.type());
        builder.multiValued = attribute.multiValued();
        builder.description = attribute.description();
        builder.required = attribute.required();
        builder.canonicalValues = attribute.canonicalValues();
        builder.caseExact = attribute.caseExact();
        builder.mutability = attribute.mutability();
        builder.returned = attribute.returned();
        builder.uniqueness = attribute.uniqueness();
        builder.referenceTypes = attribute.referenceTypes();
        builder.subAttributes = attribute.subAttributes().asList();
        return builder;
    }

    /** Whether the attribute holds a list of values; default no. */
    public AttributeBuilder multiValued(boolean value) {
        this.multiValued = value;
        return this;
    }

    /** The attribute holds a list of values. */
    public AttributeBuilder multiValued() {
        return multiValued(true);
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

    /** A resource must have a value. */
    public AttributeBuilder required() {
        return required(true);
    }

    /** Suggested values; for a string or a reference. */
    public AttributeBuilder canonicalValues(List<String> values) {
        this.canonicalValues = List.copyOf(values);
        return this;
    }

    /** Suggested values; for a string or a reference. */
    public AttributeBuilder canonicalValues(String... values) {
        return canonicalValues(List.of(values));
    }

    /** Whether comparison distinguishes upper and lower case; default no. */
    public AttributeBuilder caseExact(boolean value) {
        this.caseExact = value;
        return this;
    }

    /** Comparison distinguishes upper and lower case. */
    public AttributeBuilder caseExact() {
        return caseExact(true);
    }

    /** Who may change the attribute; default {@link Mutability#READ_WRITE}. */
    public AttributeBuilder mutability(Mutability value) {
        this.mutability = value;
        return this;
    }

    /** Only the server sets the attribute. */
    public AttributeBuilder readOnly() {
        return mutability(Mutability.READ_ONLY);
    }

    /** A client may set the attribute once. */
    public AttributeBuilder immutable() {
        return mutability(Mutability.IMMUTABLE);
    }

    /** A client may set the attribute, and nobody ever reads it. */
    public AttributeBuilder writeOnly() {
        return mutability(Mutability.WRITE_ONLY).returned(Returned.NEVER);
    }

    /** When the attribute is returned; default {@link Returned#DEFAULT}. */
    public AttributeBuilder returned(Returned value) {
        this.returned = value;
        return this;
    }

    /**
     * Whether values are unique; default {@link Uniqueness#NONE}. A single string, reference, integer or decimal can be
     * unique, also as a sub-attribute of a complex attribute that is not multi-valued.
     */
    public AttributeBuilder uniqueness(Uniqueness value) {
        this.uniqueness = value;
        return this;
    }

    /** No two resources of the type in one tenant have the same value. */
    public AttributeBuilder unique() {
        return uniqueness(Uniqueness.SERVER);
    }

    /** For a reference, what it may point at: names of resource types, {@code external} or {@code uri}. */
    public AttributeBuilder referenceTypes(List<String> values) {
        this.referenceTypes = List.copyOf(values);
        return this;
    }

    /** For a reference, what it may point at: names of resource types, {@code external} or {@code uri}. */
    public AttributeBuilder referenceTypes(String... values) {
        return referenceTypes(List.of(values));
    }

    /** The sub-attributes of a complex attribute, all at once. */
    public AttributeBuilder subAttributes(List<Attribute> values) {
        this.subAttributes = List.copyOf(values);
        return this;
    }

    /** Adds a sub-attribute with the defaults of RFC 7643 §2.2 to a complex attribute. */
    public AttributeBuilder subAttribute(String subName, AttributeType subType) {
        return subAttribute(subName, subType, sub -> sub);
    }

    /** Adds a sub-attribute to a complex attribute, described by what is done to its builder. */
    public AttributeBuilder subAttribute(
            String subName, AttributeType subType, UnaryOperator<AttributeBuilder> characteristics) {
        List<Attribute> more = new ArrayList<>(subAttributes);
        more.add(characteristics.apply(new AttributeBuilder(subName, subType)).build());
        return subAttributes(more);
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
