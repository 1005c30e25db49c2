package dev.rollcall.scim.schema;

/** Among which resources a value is unique (RFC 7643 §7, erratum 8279). */
public enum Uniqueness {
    /** Not at all. */
    NONE("none"),
    /** Within the resources of the type in one tenant. */
    SERVER("server"),
    /** Everywhere; this server can promise it within a tenant only. */
    GLOBAL("global");

    private final String keyword;

    Uniqueness(String keyword) {
        this.keyword = keyword;
    }

    /** The keyword as it stands in a schema. */
    public String keyword() {
        return keyword;
    }
}
