package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.KeyFactory;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import dev.rollcall.scim.store.StoredResource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The resources within a unit of work. */
final class JdbiResources implements ResourceStore {
    private static final String TOUCH = """
            update scim_resource r
            set version = version + 1, last_modified = greatest(last_modified, cast(? as bigint))
            where r.tenant_key = ? and r.id = ? and r.type = ?""";

    private static final String HELD = "select " + MemberRow.COLUMNS + """

            from scim_resource r
            where r.tenant_key = ? and r.id = ? and r.type = ? and r.version = ?""";

    private final JdbiUnitOfWork unit;
    private final Statements statements;
    private final ResourceReads reads;
    private final ResourceWrites writes;

    JdbiResources(JdbiUnitOfWork unit) {
        this.unit = unit;
        this.statements = unit.statements();
        this.reads = new ResourceReads(statements);
        this.writes = new ResourceWrites(statements);
    }

    @Override
    public void insert(Scope scope, StoredResource resource) {
        unit.requireWritable();
        VisibleRows rows = unit.tenants().make(scope);
        writes.insert(rows, resource);
        unit.counts().add(rows.tenant(), resource.resource().type().name(), rows.ownerOfNew(), 1);
    }

    @Override
    public Optional<Resource> find(Scope scope, ResourceType type, String id) {
        return unit.tenants().find(scope).flatMap(rows -> reads.find(rows, type, id));
    }

    @Override
    public Map<String, Resource> findAll(Scope scope, ResourceType type, Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : unit.tenants()
                        .find(scope)
                        .map(rows -> reads.findAll(rows, type, ids))
                        .orElse(Map.of());
    }

    @Override
    public boolean replace(Scope scope, StoredResource resource, long expectedVersion) {
        unit.requireWritable();
        return unit.tenants()
                .find(scope)
                .map(rows -> writes.replace(rows, resource, expectedVersion))
                .orElse(false);
    }

    @Override
    public boolean delete(Scope scope, ResourceType type, String id, long expectedVersion) {
        unit.requireWritable();
        return unit.tenants()
                .find(scope)
                .map(rows -> delete(rows, type, id, expectedVersion))
                .orElse(false);
    }

    private boolean delete(VisibleRows rows, ResourceType type, String id, long expectedVersion) {
        // The lock keeps others from adding memberships between those that leave and the resource itself.
        Sql sql = Sql.of(HELD, rows.tenant(), id, type.name(), expectedVersion)
                .add(rows.condition("r"))
                .add(" for update");
        Optional<MemberRow> present = statements.first(sql, MemberRow::read);
        present.ifPresent(resource -> {
            if (!unit.held().hasLeft(resource)) {
                new MembershipTable(statements).leaveAll(rows.tenant(), resource);
            }
            unit.held().remove(rows, resource);
            statements.update(Sql.of(
                    "delete from scim_resource where tenant_key = ? and resource_key = ?",
                    rows.tenant(),
                    resource.key()));
            unit.counts().add(rows.tenant(), type.name(), resource.owner(), -1);
        });
        return present.isPresent();
    }

    @Override
    public Stream<Resource> query(Scope scope, StoreQuery query) {
        // Not with flatMap, whose iterator would first hold the whole result.
        return unit.tenants()
                .find(scope)
                .map(rows -> stream(Selection.of(query, rows, statements.dialect())))
                .orElseGet(Stream::empty);
    }

    private Stream<Resource> stream(Selection selection) {
        return selection.sort().isPresent()
                ? SortedPages.stream(statements, selection)
                : ResourcePages.stream(reads, selection);
    }

    @Override
    public long count(Scope scope, StoreQuery query) {
        return unit.tenants().find(scope).map(rows -> count(rows, query)).orElse(0L);
    }

    private long count(VisibleRows rows, StoreQuery query) {
        Selection selection = Selection.of(query, rows, statements.dialect());
        return selection.isWholeType() ? unit.counts().of(rows, query.type().name()) : reads.count(selection);
    }

    @Override
    public Optional<Resource> lock(Scope scope, ResourceType type, String id) {
        unit.requireWritable();
        return unit.tenants()
                .find(scope)
                .flatMap(rows -> reads.lock(rows, type, id).map(held -> {
                    unit.held().put(rows, held.row());
                    return held.resource();
                }));
    }

    @Override
    public void touch(Scope scope, ResourceType type, Collection<String> ids, Instant now, KeyFactory keys) {
        unit.requireWritable();
        if (!ids.isEmpty()) {
            unit.tenants().find(scope).ifPresent(rows -> touch(rows, type, ids, now));
        }
    }

    private void touch(VisibleRows rows, ResourceType type, Collection<String> ids, Instant now) {
        Sql touch = Sql.of(TOUCH).add(rows.condition("r"));
        // In the order of ids, so that two writers who touch the same resources wait instead of deadlocking.
        List<List<@Nullable Object>> values = new TreeSet<>(ids)
                .stream().map(id -> values(rows, type, id, now)).toList();
        statements.batch(touch.text(), values);
    }

    @Override
    public long deleteAll(Scope scope, ResourceType type) {
        unit.requireWritable();
        return unit.tenants()
                .find(scope)
                .map(rows -> new ManyResources(unit, rows, type).delete())
                .orElse(0L);
    }

    @Override
    public long release(Scope scope, ResourceType type, KeyFactory keys) {
        unit.requireWritable();
        if (scope.owner() == null) {
            throw new IllegalArgumentException("What the host itself has is not released; an owner is needed");
        }
        return unit.tenants()
                .find(scope)
                .map(rows -> new ManyResources(unit, rows, type).release())
                .orElse(0L);
    }

    private static List<@Nullable Object> values(VisibleRows rows, ResourceType type, String id, Instant now) {
        List<@Nullable Object> values = new ArrayList<>(List.of(StoredTime.of(now), rows.tenant(), id, type.name()));
        if (rows.owner() != null) {
            values.add(rows.owner());
        }
        return values;
    }
}
