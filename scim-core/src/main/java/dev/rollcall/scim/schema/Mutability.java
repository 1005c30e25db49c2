package dev.rollcall.scim.schema;

/** Who may change an attribute, and when (RFC 7643 §7). */
public enum Mutability {
    /** Only the server sets it. */
    READ_ONLY("readOnly"),
    /** A client may set it at any time. */
    READ_WRITE("readWrite"),
    /** A client may set it once, and not change it afterwards. */
    IMMUTABLE("immutable"),
    /** A client may set it and never read it. */
    WRITE_ONLY("writeOnly");

    private final String keyword;

    Mutability(String keyword) {
        this.keyword = keyword;
    }

    /** The keyword as it stands in a schema. */
    public String keyword() {
        return keyword;
    }
}
