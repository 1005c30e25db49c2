package dev.rollcall.scim.patch;

/** What a PATCH operation does (RFC 7644 §3.5.2). */
public enum Op {
    /** Adds values, or sets those that were unassigned. */
    ADD("add"),
    /** Removes values. */
    REMOVE("remove"),
    /** Puts values in the place of others. */
    REPLACE("replace");

    private final String keyword;

    Op(String keyword) {
        this.keyword = keyword;
    }

    /** The word as it stands in JSON. */
    public String keyword() {
        return keyword;
    }
}
