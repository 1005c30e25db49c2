package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
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
                .add(statements.dialect().changing());
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

    /** How many there are, counted one by one; of all of a type {@link ResourceCounts} knows it. */
    long count(Selection selection) {
        return statements
                .first(Sql.of("select count(*)").add(selection.from()), row -> row.getLong(1))
                .orElseThrow();
    }

    /** The id of the first resource behind those that the query passes over; seen in the index alone. */
    Optional<String> firstBehindOffset(Selection selection, Seek from) {
        Sql sql = Sql.of("select r.id")
                .add(selection.from())
                .add(from.condition())
                .add(selection.orderById(from))
                .add(" offset ? rows fetch next 1 rows only", selection.query().offset());
        return statements.first(sql, row -> row.getString(1));
    }

    /** The next resources in the order of ids, from where the seek begins. */
    List<ResourceRow> page(Selection selection, Seek from, int limit) {
        Sql sql = Sql.of("select " + ResourceRow.COLUMNS)
                .add(selection.from())
                .add(from.condition())
                .add(selection.orderById(from))
                .add(" fetch first ? rows only", limit);
        return statements.list(sql, ResourceRow::read);
    }
}
