package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.StoreQuery;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** Finds and counts resources. */
final class ResourceReads {
    private static final String FIND = "select " + ResourceRow.COLUMNS + """

            from scim_resource r
            where r.tenant_key = :tenant and r.id = :id and r.type = :type""";

    private final Statements statements;

    ResourceReads(Statements statements) {
        this.statements = statements;
    }

    Optional<Resource> find(VisibleRows rows, ResourceType type, String id, boolean lock) {
        return statements.run(h -> rows.bind(h.createQuery(FIND + rows.condition("r") + (lock ? " for update" : "")))
                .bind("id", id)
                .bind("type", type.name())
                .map((row, context) -> ResourceRow.read(row))
                .findOne()
                .map(row -> row.toResource(type)));
    }

    long count(VisibleRows rows, StoreQuery query) {
        List<KeyCondition> keys = KeyCondition.of(query.equalities());
        return statements.run(h -> bind(h.createQuery("select count(*)" + from(rows, keys)), rows, query, keys)
                .mapTo(Long.class)
                .one());
    }

    /** The id of the first resource behind those that the query passes over; seen in the index alone. */
    Optional<String> firstBehindOffset(VisibleRows rows, StoreQuery query, Seek from) {
        List<KeyCondition> keys = KeyCondition.of(query.equalities());
        String sql = "select r.id" + from(rows, keys) + from.condition() + orderById(rows, keys, from)
                + " offset :offset rows fetch next 1 rows only";
        return statements.run(h -> from.bind(bind(h.createQuery(sql), rows, query, keys))
                .bind("offset", query.offset())
                .mapTo(String.class)
                .findOne());
    }

    /** The next resources in the order of ids, from where the seek begins. */
    List<ResourceRow> page(VisibleRows rows, StoreQuery query, Seek from, int limit) {
        List<KeyCondition> keys = KeyCondition.of(query.equalities());
        String sql = "select " + ResourceRow.COLUMNS + from(rows, keys) + from.condition() + orderById(rows, keys, from)
                + " fetch first :limit rows only";
        return statements.run(h -> from.bind(bind(h.createQuery(sql), rows, query, keys))
                .bind("limit", limit)
                .map((row, context) -> ResourceRow.read(row))
                .list());
    }

    private static String from(VisibleRows rows, List<KeyCondition> keys) {
        StringBuilder sql = new StringBuilder(" from scim_resource r");
        keys.forEach(key -> sql.append(key.join()));
        sql.append(" where r.tenant_key = :tenant and r.type = :type").append(rows.condition("r"));
        keys.forEach(key -> sql.append(key.where()));
        return sql.toString();
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

    private static Query bind(Query statement, VisibleRows rows, StoreQuery query, List<KeyCondition> keys) {
        keys.forEach(key -> key.bind(statement));
        return rows.bind(statement).bind("type", query.type().name());
    }
}
