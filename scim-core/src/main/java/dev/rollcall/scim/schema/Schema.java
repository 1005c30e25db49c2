package dev.rollcall.scim.schema;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A schema: a URI and the attributes it defines (RFC 7643 §7). Immutable and thread-safe. */
public final class Schema {
    private static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:schema";
    private static final Set<String> DISCOVERY = Set.of(
            SCHEMA,
            "urn:ietf:params:scim:schemas:core:2.0:resourcetype",
            "urn:ietf:params:scim:schemas:core:2.0:serviceproviderconfig");

    private final String id;
    private final @Nullable String name;
    private final @Nullable String description;
    private final Attributes attributes;

    private Schema(String id, @Nullable String name, @Nullable String description, Attributes attributes) {
        this.id = id;
        this.name = name;
        this.description = description;
        this.attributes = attributes;
    }

    /** Starts a schema of that URI. */
    public static SchemaBuilder builder(String uri) {
        SchemaBuilder builder = new SchemaBuilder();
        builder.id = Objects.requireNonNull(uri);
        return builder;
    }

    /**
     * A schema of the given parts.
     *
     * @throws InvalidSchemaException if the id is not a URI, or an attribute cannot be what it is said to be; the
     *     message names the attribute, what was found and what is allowed
     */
    public static Schema of(
            String id, @Nullable String name, @Nullable String description, List<Attribute> attributes) {
        // A URI without blanks is all that RFC 7643 §7 asks for; without a colon it would look like an attribute name.
        if (id.indexOf(':') < 1 || id.chars().anyMatch(c -> c <= ' ' || c == '"' || c == '[' || c == ']')) {
            throw new InvalidSchemaException("Schema id \"" + id + "\" is not a URI, such as urn:example:2.0:User");
        }
        String folded = id.toLowerCase(Locale.ROOT);
        if (folded.startsWith("urn:ietf:params:scim:api:")) {
            throw new InvalidSchemaException("Schema id \"" + id + "\" belongs to protocol messages");
        }
        if (attributes.isEmpty()) {
            throw new InvalidSchemaException("Schema " + id + " has no \"attributes\"");
        }
        boolean discovery = DISCOVERY.contains(folded);
        Attributes all = attributes(
                id,
                discovery
                        ? attributes
                        : attributes.stream()
                                .map(CommonAttributes::orItself)
                                .map(a -> StandardFormats.apply(id, a))
                                .toList());
        // RFC 7643 §7: the schema of schemas is the one that is nested.
        SchemaRules.check(id, all, folded.equals(SCHEMA));
        return new Schema(id, name, description, all);
    }

    private static Attributes attributes(String id, List<Attribute> attributes) {
        try {
            return Attributes.of(attributes);
        } catch (InvalidSchemaException e) {
            throw new InvalidSchemaException("Schema " + id + ": " + e.getMessage());
        }
    }

    /**
     * Reads a Schema resource in the JSON of RFC 7643 §7. Members that are not known are passed over, unless their name
     * looks like a mistyped one.
     *
     * @throws InvalidSchemaException if it is not one; the message names the place
     */
    public static Schema parse(InputStream json) {
        return SchemaParser.schema(json);
    }

    /** Whether it describes what the discovery endpoints answer, and no resource that is kept. */
    boolean discovery() {
        return DISCOVERY.contains(id.toLowerCase(Locale.ROOT));
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
