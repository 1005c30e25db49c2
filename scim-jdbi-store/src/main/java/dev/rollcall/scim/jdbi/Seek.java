package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.IdRange;
import org.jspecify.annotations.Nullable;

/**
 * Where a page begins in the order of ids, how far it may reach, and which way it is read.
 *
 * @param from the first id of the page if it is inclusive, or else the last of the page before; null for the beginning
 * @param until the id that ends it, which is not in it; null for the end
 */
record Seek(
        @Nullable String from, boolean inclusive, @Nullable String until, boolean descending) {
    static Seek of(IdRange range) {
        return range.descending()
                ? new Seek(range.before(), false, range.after(), true)
                : new Seek(range.after(), false, range.before(), false);
    }

    /** The same with the id as the first of the page. */
    Seek at(String id) {
        return new Seek(id, true, until, descending);
    }

    /** The same for what comes when the id has been read. */
    Seek behind(String id) {
        return new Seek(id, false, until, descending);
    }

    /** What keeps the rows of the alias {@code r} that are on the page; begins with {@code and}. */
    Sql condition() {
        Sql sql = new Sql();
        if (from != null) {
            sql.add(" and r.id " + (descending ? "<" : ">") + (inclusive ? "= ?" : " ?"), from);
        }
        return until == null ? sql : sql.add(" and r.id " + (descending ? ">" : "<") + " ?", until);
    }

    /** The order of the columns, the last of which is the id. */
    String orderBy(String... columns) {
        // All of them one way, since the database reads an index backwards as a whole or not at all.
        String direction = descending ? " desc" : "";
        return " order by " + String.join(direction + ", ", columns) + direction;
    }
}
