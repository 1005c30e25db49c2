package dev.rollcall.scim.jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A resource as one side of a membership: its id, its inner key, and whose it is. */
record MemberRow(String id, long key, String owner) {
    /** The columns of a row of the alias {@code r}, in the order in which {@link #read} takes them. */
    static final String COLUMNS = "r.id, r.resource_key, r.owner";

    /** The same as the host's own. */
    MemberRow released() {
        return new MemberRow(id, key, VisibleRows.LOCAL);
    }

    static MemberRow read(ResultSet row) throws SQLException {
        return new MemberRow(row.getString(1), row.getLong(2), row.getString(3));
    }
}
