package dev.rollcall.scim.schema;

/** A schema or resource type that a host registers is wrong; the message names the place and what is allowed. */
public final class InvalidSchemaException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** An exception with the message. */
    public InvalidSchemaException(String message) {
        super(message);
    }
}
