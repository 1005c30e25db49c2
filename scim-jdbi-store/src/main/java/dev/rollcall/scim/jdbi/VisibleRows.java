package dev.rollcall.scim.jdbi;

import org.jspecify.annotations.Nullable;

/**
 * A scope in the terms of the database.
 *
 * @param tenant the inner key of the tenant
 * @param owner whose rows are visible; null for all
 */
record VisibleRows(long tenant, @Nullable String owner) {
    /** What an owner's column holds for the host's own resources. */
    static final String LOCAL = "";

    String ownerOfNew() {
        return owner == null ? LOCAL : owner;
    }

    /** The condition that a row of the alias is visible, the tenant left aside; begins with {@code and}. */
    Sql condition(String alias) {
        return owner == null ? new Sql() : Sql.of(" and " + alias + ".owner = ?", owner);
    }
}
