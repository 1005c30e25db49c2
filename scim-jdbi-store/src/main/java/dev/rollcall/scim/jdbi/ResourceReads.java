package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.StoreQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds and counts resources. */
final class ResourceReads {
    private final Statements statements;

    ResourceReads(Statements statements) {
        this.statements = statements;
    }

    Optional<Resource> find(VisibleRows rows, ResourceType type, String id) {
        Sql sql = Sql.of("select " + ResourceRow.COLUMNS).add(one(rows, type, id));
        return statements.first(sql, ResourceRow::read).map(row -> row.toResource(type));
    }

    /** The same, held until the transaction ends. */
    Optional<Held> lock(VisibleRows rows, ResourceType type, String id) {
        Sql sql = Sql.of("select " + ResourceRow.COLUMNS + ", r.resource_key, r.owner")
                .add(one(rows, type, id))
                .add(" for update");
        return statements.first(
                sql,
                row -> new Held(
                        ResourceRow.read(row).toResource(type), new MemberRow(id, row.getLong(6), row.getString(7))));
    }

    /** A resource that is held, also as one side of a membership. */
    record Held(Resource resource, MemberRow row) {}

    private static Sql one(VisibleRows rows, ResourceType type, String id) {
        return Sql.of(
                        " from scim_resource r where r.tenant_key = ? and r.id = ? and r.type = ?",
                        rows.tenant(),
                        id,
                        type.name())
                .add(rows.condition("r"));
    }

    Map<String, Resource> findAll(VisibleRows rows, ResourceType type, Collection<String> ids) {
        Sql sql = statements
                .dialect()
                .among(Sql.of(ResourceRow.COLUMNS), "scim_resource r", "r.id", ids.toArray(String[]::new))
                .add(" and r.tenant_key = ? and r.type = ?", rows.tenant(), type.name())
                .add(rows.condition("r"));
        Map<String, Resource> found = new HashMap<>();
        statements.list(sql, ResourceRow::read).forEach(row -> found.put(row.id(), row.toResource(type)));
        return found;
    }

    /** How many there are that have keys; without keys, {@link ResourceCounts} knows it. */
    long count(VisibleRows rows, StoreQuery query) {
        Sql sql = Sql.of("select count(*)").add(from(rows, query, KeyCondition.of(query.equalities())));
        return statements.first(sql, row -> row.getLong(1)).orElseThrow();
    }

    /** The id of the first resource behind those that the query passes over; seen in the index alone. */
    Optional<String> firstBehindOffset(VisibleRows rows, StoreQuery query, Seek from) {
        List<KeyCondition> keys = KeyCondition.of(query.equalities());
        Sql sql = Sql.of("select r.id")
                .add(from(rows, query, keys))
                .add(from.condition())
                .add(orderById(rows, keys, from))
                .add(" offset ? rows fetch next 1 rows only", query.offset());
        return statements.first(sql, row -> row.getString(1));
    }

    /** The next resources in the order of ids, from where the seek begins. */
    List<ResourceRow> page(VisibleRows rows, StoreQuery query, Seek from, int limit) {
        List<KeyCondition> keys = KeyCondition.of(query.equalities());
        Sql sql = Sql.of("select " + ResourceRow.COLUMNS)
                .add(from(rows, query, keys))
                .add(from.condition())
                .add(orderById(rows, keys, from))
                .add(" fetch first ? rows only", limit);
        return statements.list(sql, ResourceRow::read);
    }

    private static Sql from(VisibleRows rows, StoreQuery query, List<KeyCondition> keys) {
        Sql sql = Sql.of(" from scim_resource r");
        keys.forEach(key -> sql.add(key.join()));
        sql.add(
                        " where r.tenant_key = ? and r.type = ?",
                        rows.tenant(),
                        query.type().name())
                .add(rows.condition("r"));
        keys.forEach(key -> sql.add(key.where()));
        return sql;
    }

    /** By id; the columns before it are the same in all rows, and tell H2 which index has the rows in order. */
    private static String orderById(VisibleRows rows, List<KeyCondition> keys, Seek seek) {
        if (keys.isEmpty()) {
            return rows.owner() == null
                    ? seek.orderBy("r.tenant_key", "r.type", "r.id")
                    : seek.orderBy("r.tenant_key", "r.type", "r.owner", "r.id");
        }
        return keys.stream()
                .flatMap(key -> key.sharedColumn().stream())
                .findFirst()
                .map(column -> seek.orderBy("r.tenant_key", "r.type", "r." + column, "r.id"))
                // Few enough to sort; an order with more columns would have H2 walk an index that does not narrow.
                .orElseGet(() -> seek.orderBy("r.id"));
    }
}
