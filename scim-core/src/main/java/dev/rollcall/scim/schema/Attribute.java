package dev.rollcall.scim.schema;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The definition of an attribute and its characteristics (RFC 7643 §2.2 and §7). Immutable and thread-safe; compared by
 * identity, since one definition belongs to one place in one resource type.
 */
public final class Attribute {
    /** RFC 7643 §2.1 with erratum 8924, which admits {@code $ref}. */
    private static final Pattern NAME = Pattern.compile("\\$?[A-Za-z][$\\-_0-9A-Za-z]*");

    private final String name;
    private final AttributeType type;
    private final boolean multiValued;
    private final @Nullable String description;
    private final boolean required;
    private final List<String> canonicalValues;
    private final boolean caseExact;
    private final Mutability mutability;
    private final Returned returned;
    private final Uniqueness uniqueness;
    private final List<String> referenceTypes;
    private final @Nullable ValueFormat format;
    private final Attributes subAttributes;
    private final boolean extension;
    private final int index;

    private Attribute(AttributeBuilder from, Attributes subAttributes, boolean extension, int index) {
        this.name = from.name;
        this.type = from.type;
        this.multiValued = from.multiValued;
        this.description = from.description;
        this.required = from.required;
        this.canonicalValues = List.copyOf(from.canonicalValues);
        // RFC 7643 §2.3.6 and §2.3.7: binary values and references are case-exact, whatever a schema prints.
        this.caseExact = from.caseExact || type == AttributeType.BINARY || type == AttributeType.REFERENCE;
        this.mutability = from.mutability;
        this.returned = from.returned;
        this.uniqueness = from.uniqueness;
        this.referenceTypes = List.copyOf(from.referenceTypes);
        this.format = null;
        this.subAttributes = subAttributes;
        this.extension = extension;
        this.index = index;
    }

    private Attribute(
            Attribute from,
            Mutability mutability,
            Returned returned,
            @Nullable ValueFormat format,
            Attributes subAttributes,
            int index) {
        this.name = from.name;
        this.type = from.type;
        this.multiValued = from.multiValued;
        this.description = from.description;
        this.required = from.required;
        this.canonicalValues = from.canonicalValues;
        this.caseExact = from.caseExact;
        this.mutability = mutability;
        this.returned = returned;
        this.uniqueness = from.uniqueness;
        this.referenceTypes = from.referenceTypes;
        this.format = format;
        this.subAttributes = subAttributes;
        this.extension = from.extension;
        this.index = index;
    }

    /** Starts the definition of an attribute with the defaults of RFC 7643 §2.2. */
    public static AttributeBuilder named(String name, AttributeType type) {
        return new AttributeBuilder(name, type);
    }

    static Attribute build(AttributeBuilder from) {
        if (!NAME.matcher(from.name).matches()) {
            throw new InvalidSchemaException("\"" + from.name
                    + "\" is not an attribute name: a letter, then letters, digits, \"-\", \"_\" or \"$\"");
        }
        boolean complex = from.type == AttributeType.COMPLEX;
        if (!complex && !from.subAttributes.isEmpty()) {
            throw new InvalidSchemaException(
                    "Attribute \"" + from.name + "\" has sub-attributes, but its type is " + from.type.keyword());
        }
        if (complex && from.subAttributes.isEmpty()) {
            throw new InvalidSchemaException("Complex attribute \"" + from.name + "\" has no sub-attributes");
        }
        Attributes children = Attributes.of(from.subAttributes).within(from.mutability, from.returned);
        return new Attribute(from, children, false, -1);
    }

    /** The object of an extension, which stands in a resource under the extension's URI (RFC 7643 §3.3). */
    static Attribute extension(Schema schema, boolean required) {
        AttributeBuilder builder = new AttributeBuilder(schema.id(), AttributeType.COMPLEX);
        builder.required = required;
        builder.description = schema.description();
        return new Attribute(builder, schema.attributes(), true, -1);
    }

    Attribute at(int newIndex) {
        return new Attribute(this, mutability, returned, format, subAttributes, newIndex);
    }

    /** The same as part of another attribute: what the parent forbids, no child allows (RFC 7643 §7). */
    Attribute within(Mutability parent, Returned parentReturned) {
        Mutability stricter =
                parent == Mutability.READ_ONLY || mutability == Mutability.READ_WRITE ? parent : mutability;
        Returned hidden = parentReturned == Returned.NEVER ? Returned.NEVER : returned;
        return stricter == mutability && hidden == returned
                ? this
                : new Attribute(this, stricter, hidden, format, subAttributes.within(stricter, hidden), index);
    }

    /** The same with the formats of it and of its sub-attributes, found by their paths. */
    Attribute formatted(String prefix, Map<String, ValueFormat> formats) {
        List<Attribute> subs = subAttributes.asList().stream()
                .map(sub -> sub.formatted(prefix + name + ".", formats))
                .toList();
        return new Attribute(this, mutability, returned, formats.get(prefix + name), Attributes.of(subs), index);
    }

    /** The name in its canonical case; for the object of an extension, the extension's URI. */
    public String name() {
        return name;
    }

    /** The data type of one value. */
    public AttributeType type() {
        return type;
    }

    /** Whether the attribute holds a list of values. */
    public boolean multiValued() {
        return multiValued;
    }

    /** What the attribute is for, if the schema says so. */
    public @Nullable String description() {
        return description;
    }

    /** Whether a resource must have a value (RFC 7643 §7, erratum 8280). */
    public boolean required() {
        return required;
    }

    /** Suggested values; others are accepted. */
    public List<String> canonicalValues() {
        return canonicalValues;
    }

    /** Whether comparison distinguishes upper and lower case. */
    public boolean caseExact() {
        return caseExact;
    }

    /** Who may change the attribute. */
    public Mutability mutability() {
        return mutability;
    }

    /** When the attribute is returned. */
    public Returned returned() {
        return returned;
    }

    /** Whether values are unique. */
    public Uniqueness uniqueness() {
        return uniqueness;
    }

    /** For a reference, the names of resource types it may point at, or {@code external} or {@code uri}. */
    public List<String> referenceTypes() {
        return referenceTypes;
    }

    /** What form a value has beyond its type; null for any. */
    public @Nullable ValueFormat format() {
        return format;
    }

    /** The sub-attributes of a complex attribute; empty for another type. */
    public Attributes subAttributes() {
        return subAttributes;
    }

    /** The sub-attribute of that name, in any case; null if there is none. */
    public @Nullable Attribute sub(String subName) {
        return subAttributes.find(subName);
    }

    /**
     * The {@code $ref} among the sub-attributes, if it is to resources of the server and follows from the id in {@code
     * value}; null if there is none. The attributes of an extension are no such pair, whatever they are called.
     */
    public @Nullable Attribute linkToResource() {
        Attribute link = sub("$ref");
        Attribute value = sub("value");
        boolean follows = !extension
                && link != null
                && value != null
                && value.type == AttributeType.STRING
                && !value.multiValued
                && link.type == AttributeType.REFERENCE
                && !link.multiValued
                && link.referenceTypes.stream().anyMatch(t -> !t.equals("external") && !t.equals("uri"));
        return follows ? link : null;
    }

    /** Whether the attribute has sub-attributes. */
    public boolean complex() {
        return type == AttributeType.COMPLEX;
    }

    /** Whether this is the object of an extension rather than an attribute of a schema. */
    public boolean extension() {
        return extension;
    }

    /** The position within the {@link Attributes} it belongs to, from 0; -1 outside of any. */
    public int index() {
        return index;
    }

    /** Whether a client may set the attribute at all. */
    public boolean writable() {
        return mutability != Mutability.READ_ONLY;
    }

    /** Whether the name is this attribute's, in any case. */
    public boolean isNamed(String other) {
        return name.equalsIgnoreCase(Objects.requireNonNull(other));
    }

    @Override
    public String toString() {
        return name;
    }
}
