package dev.rollcall.scim.resource;

/**
 * A Group resource with its usual attributes by name (RFC 7643 §4.2). Immutable and thread-safe.
 *
 * @param resource the resource
 */
public record GroupView(Resource resource) {
    /** The URI of the base schema. */
    public static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Group";

    /** Checks that the resource is of the Group schema. */
    public GroupView {
        if (!resource.type().isBaseSchema(SCHEMA)) {
            throw new IllegalArgumentException("Not a Group but a " + resource.type());
        }
    }

    /** The name shown to people. */
    public String displayName() {
        return resource.text("displayName").orElseThrow(() -> new IllegalStateException("A Group without displayName"));
    }
}
