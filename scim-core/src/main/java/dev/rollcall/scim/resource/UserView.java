package dev.rollcall.scim.resource;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A User resource with its usual attributes by name (RFC 7643 §4.1). Immutable and thread-safe.
 *
 * @param resource the resource
 */
public record UserView(Resource resource) {
    /** The URI of the base schema. */
    public static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User";

    /** The URI of the enterprise extension (RFC 7643 §4.3). */
    public static final String ENTERPRISE_SCHEMA = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    /** Checks that the resource is of the User schema. */
    public UserView {
        if (!resource.type().isBaseSchema(SCHEMA)) {
            throw new IllegalArgumentException("Not a User but a " + resource.type());
        }
    }

    /** The name the user signs in with. */
    public String userName() {
        return resource.text("userName").orElseThrow(() -> new IllegalStateException("A User without userName"));
    }

    /** The name shown to people. */
    public Optional<String> displayName() {
        return resource.text("displayName");
    }

    /** What the provider last said of the user; true if it said nothing. */
    public boolean active() {
        return !(resource.get("active") instanceof Value.Bool active) || active.value();
    }

    /** The e-mail address that is primary, or else the first. */
    public Optional<String> email() {
        Value emails = resource.get("emails");
        return emails == null
                ? Optional.empty()
                : emails.elements().stream()
                        .filter(email ->
                                email instanceof Complex c && Value.of(true).equals(c.get("primary")))
                        .map(email -> ((Complex) email).get("value"))
                        .map(value -> value instanceof Value.Text text ? text.value() : null)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .or(() -> emails().stream().findFirst());
    }

    /** The e-mail addresses, in their order. */
    public List<String> emails() {
        Value emails = resource.get("emails");
        return emails == null
                ? List.of()
                : emails.elements().stream()
                        .map(email ->
                                email instanceof Complex c && c.get("value") instanceof Value.Text t ? t.value() : null)
                        .filter(Objects::nonNull)
                        .toList();
    }
}
