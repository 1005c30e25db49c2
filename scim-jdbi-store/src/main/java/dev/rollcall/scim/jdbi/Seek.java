package dev.rollcall.scim.jdbi;

import org.jdbi.v3.core.statement.Query;

/**
 * Where a page begins in the order of ids.
 *
 * @param inclusive whether the resource with the id is the first of the page, rather than the last of the one before
 */
record Seek(String id, boolean inclusive) {
    /** Every id is at or behind the empty one. */
    static final Seek START = new Seek("", true);

    String condition() {
        return " and r.id " + (inclusive ? ">=" : ">") + " :seek";
    }

    Query bind(Query statement) {
        return statement.bind("seek", id);
    }
}
