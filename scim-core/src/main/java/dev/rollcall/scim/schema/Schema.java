package dev.rollcall.scim.schema;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A schema: a URI and the attributes it defines (RFC 7643 §7). Immutable and thread-safe. */
public final class Schema {
    private final String id;
    private final @Nullable String name;
    private final @Nullable String description;
    private final Attributes attributes;

    private Schema(String id, @Nullable String name, @Nullable String description, List<Attribute> attributes) {
        this.id = Objects.requireNonNull(id);
        this.name = name;
        this.description = description;
        this.attributes = Attributes.of(attributes);
    }

    /**
     * A schema of the given parts.
     *
     * @throws InvalidSchemaException if the id is not a URI, an attribute stands twice, or a complex attribute has a
     *     complex sub-attribute
     */
    public static Schema of(
            String id, @Nullable String name, @Nullable String description, List<Attribute> attributes) {
        return create(id, name, description, attributes).checkNesting();
    }

    /** The same without a check of nesting, since the schema of schemas itself is nested (RFC 7643 §7). */
    static Schema create(String id, @Nullable String name, @Nullable String description, List<Attribute> attributes) {
        // A URI without blanks is all that RFC 7643 §7 asks for; without a colon it would look like an attribute name.
        if (id.indexOf(':') < 1 || id.chars().anyMatch(c -> c <= ' ' || c == '"' || c == '[' || c == ']')) {
            throw new InvalidSchemaException("Schema id \"" + id + "\" is not a URI, such as urn:example:2.0:User");
        }
        if (id.toLowerCase(Locale.ROOT).startsWith("urn:ietf:params:scim:api:")) {
            throw new InvalidSchemaException("Schema id \"" + id + "\" belongs to protocol messages");
        }
        return new Schema(id, name, description, attributes);
    }

    /**
     * Reads a Schema resource in the JSON of RFC 7643 §7.
     *
     * @throws InvalidSchemaException if it is not one; the message names the place
     */
    public static Schema parse(InputStream json) {
        return SchemaParser.schema(json).checkNesting();
    }

    /** RFC 7643 §2.3.8: a complex attribute has no complex sub-attribute. */
    private Schema checkNesting() {
        for (Attribute attribute : attributes) {
            for (Attribute sub : attribute.subAttributes()) {
                if (sub.complex()) {
                    throw new InvalidSchemaException("Schema " + id + ": attribute \"" + attribute.name()
                            + "\" has the complex sub-attribute \"" + sub.name() + "\"; only simple ones are allowed");
                }
            }
        }
        return this;
    }

    /** The URI that names the schema. */
    public String id() {
        return id;
    }

    /** A short name for people. */
    public @Nullable String name() {
        return name;
    }

    /** What the schema is for. */
    public @Nullable String description() {
        return description;
    }

    /** The attributes in their order. */
    public Attributes attributes() {
        return attributes;
    }

    @Override
    public String toString() {
        return id;
    }
}
