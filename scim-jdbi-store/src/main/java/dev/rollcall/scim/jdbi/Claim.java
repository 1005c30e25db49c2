package dev.rollcall.scim.jdbi;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes rows that nobody else holds, and holds them until the unit of work ends. A row that somebody has changed since the
 * statement began is looked at again when it is held, so that what has been done already is not taken.
 *
 * @param table the table, whose alias is {@code c}
 * @param id its column that names a row within a tenant
 * @param columns what is read
 * @param condition which rows
 * @param order which come first
 */
record Claim(String table, String id, String columns, Sql condition, String order) {
    private record Place(long tenant, Object id) {}

    <T> List<T> take(ProvisioningRows rows, int limit, Statements.RowReader<T> reader) {
        rows.requireWritable();
        return rows.dialect().locksInOrder()
                ? rows.rows(ordered(columns).add(" fetch first ? rows only for update skip locked", limit), reader)
                : oneByOne(rows, limit, reader);
    }

    private Sql ordered(String what) {
        return Sql.of("select " + what + " from " + table + " c where ")
                .add(condition)
                .add(" order by " + order);
    }

    /** For a database that holds all rows of a query, those behind the limit too, and may give them as they were before. */
    private <T> List<T> oneByOne(ProvisioningRows rows, int limit, Statements.RowReader<T> reader) {
        List<T> taken = new ArrayList<>();
        long offset = 0;
        List<Place> some;
        do {
            Sql next = ordered("c.tenant_key, c." + id).add(" offset ? rows fetch next ? rows only", offset, limit);
            some = rows.rows(next, row -> new Place(row.getLong(1), row.getObject(2)));
            for (Place place : some) {
                if (taken.size() < limit && isHeld(rows, place)) {
                    Sql sql = at(columns, place).add(" and ").add(condition);
                    taken.addAll(rows.rows(sql, reader));
                }
            }
            offset += some.size();
        } while (taken.size() < limit && some.size() == limit);
        return taken;
    }

    private boolean isHeld(ProvisioningRows rows, Place place) {
        Sql sql = at("c.tenant_key", place).add(" for update skip locked");
        return !rows.rows(sql, row -> row.getLong(1)).isEmpty();
    }

    private Sql at(String what, Place place) {
        return Sql.of(
                "select " + what + " from " + table + " c where c.tenant_key = ? and c." + id + " = ?",
                place.tenant(),
                place.id());
    }
}
