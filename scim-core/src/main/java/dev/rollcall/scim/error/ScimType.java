package dev.rollcall.scim.error;

/**
 * The detail keyword of an error response, {@code scimType} (RFC 7644 §3.12, table 9; RFC 9865 §2.1, table 3).
 *
 * <p>Each keyword belongs to one HTTP status, so that a condition is always answered the same way.
 */
public enum ScimType {
    /** The filter is malformed, or compares an attribute in a way its type does not allow. */
    INVALID_FILTER("invalidFilter", 400),
    /** The query has more results than the server is willing to compute. */
    TOO_MANY("tooMany", 400),
    /** A value that must be unique is taken; 409 as RFC 7644 §3.3 says, although table 9 lists it under 400. */
    UNIQUENESS("uniqueness", 409),
    /** The change is not allowed by the attribute's mutability. */
    MUTABILITY("mutability", 400),
    /** The body cannot be parsed or does not have the shape of the request's schema. */
    INVALID_SYNTAX("invalidSyntax", 400),
    /** The path of a PATCH operation is malformed or names no attribute. */
    INVALID_PATH("invalidPath", 400),
    /** The path of a PATCH operation selects nothing that could be operated on. */
    NO_TARGET("noTarget", 400),
    /** A required value is missing, or a value does not fit the attribute. */
    INVALID_VALUE("invalidValue", 400),
    /** A cursor that is none, or belongs to another query or caller (RFC 9865 §2.1). */
    INVALID_CURSOR("invalidCursor", 400),
    /** A cursor that was not used in time (RFC 9865 §2.1). */
    EXPIRED_CURSOR("expiredCursor", 400),
    /** A count that a query by cursor cannot have, or not the one that the walk began with (RFC 9865 §2.1). */
    INVALID_COUNT("invalidCount", 400),
    /** The protocol version in the URL is not supported. */
    INVALID_VERS("invalidVers", 400),
    /** The request would put sensitive data into a URL (RFC 7644 §7.5.2). */
    SENSITIVE("sensitive", 403);

    private final String keyword;
    private final int status;

    ScimType(String keyword, int status) {
        this.keyword = keyword;
        this.status = status;
    }

    /** The keyword as it stands in JSON. */
    public String keyword() {
        return keyword;
    }

    /** The HTTP status that goes with the keyword. */
    public int status() {
        return status;
    }
}
