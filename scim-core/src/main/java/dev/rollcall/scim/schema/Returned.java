package dev.rollcall.scim.schema;

/** When an attribute is part of a response (RFC 7643 §7). */
public enum Returned {
    /** Whatever the client asks for. */
    ALWAYS("always"),
    /** In no response. */
    NEVER("never"),
    /** Unless the client leaves it out. */
    DEFAULT("default"),
    /** Only when the client names it. */
    REQUEST("request");

    private final String keyword;

    Returned(String keyword) {
        this.keyword = keyword;
    }

    /** The keyword as it stands in a schema. */
    public String keyword() {
        return keyword;
    }
}
