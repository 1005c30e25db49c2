package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.KeyFactory;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import dev.rollcall.scim.store.StoredResource;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The resources within a unit of work. */
final class JdbiResources implements ResourceStore {
    private static final String TOUCH = """
            update scim_resource r
            set version = version + 1, last_modified = greatest(last_modified, cast(:now as bigint))
            where r.tenant_key = :tenant and r.id = :id and r.type = :type""";

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
        writes.insert(unit.tenants().make(scope), resource);
    }

    @Override
    public Optional<Resource> find(Scope scope, ResourceType type, String id) {
        return unit.tenants().find(scope).flatMap(rows -> reads.find(rows, type, id, false));
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
        Optional<Resource> present = reads.find(rows, type, id, true)
                .filter(resource -> resource.meta().version() == expectedVersion);
        if (present.isEmpty()) {
            return false;
        }
        new MembershipTable(statements).leaveAll(rows, id);
        statements.run(h -> h.createUpdate("delete from scim_resource where tenant_key = :tenant and id = :id")
                .bind("tenant", rows.tenant())
                .bind("id", id)
                .execute());
        return true;
    }

    @Override
    public Stream<Resource> query(Scope scope, StoreQuery query) {
        requireNoMore(query);
        // Not with flatMap, whose iterator would first hold the whole result.
        return unit.tenants()
                .find(scope)
                .map(rows -> ResourcePages.stream(reads, rows, query))
                .orElseGet(Stream::empty);
    }

    @Override
    public long count(Scope scope, StoreQuery query) {
        requireNoMore(query);
        return unit.tenants().find(scope).map(rows -> reads.count(rows, query)).orElse(0L);
    }

    private static void requireNoMore(StoreQuery query) {
        if (query.filter() != null || query.sort() != null) {
            throw new IllegalArgumentException("This store answers no filters and keeps no orders");
        }
    }

    @Override
    public Optional<Resource> lock(Scope scope, ResourceType type, String id) {
        unit.requireWritable();
        return unit.tenants().find(scope).flatMap(rows -> reads.find(rows, type, id, true));
    }

    @Override
    public void touch(Scope scope, ResourceType type, Collection<String> ids, Instant now, KeyFactory keys) {
        unit.requireWritable();
        if (!ids.isEmpty()) {
            unit.tenants().find(scope).ifPresent(rows -> touch(rows, type, ids, now));
        }
    }

    private void touch(VisibleRows rows, ResourceType type, Collection<String> ids, Instant now) {
        statements.run(h -> {
            PreparedBatch batch = h.prepareBatch(TOUCH + rows.condition("r"));
            // In the order of ids, so that two writers who touch the same resources wait instead of deadlocking.
            for (String id : new TreeSet<>(ids)) {
                rows.bind(batch)
                        .bind("id", id)
                        .bind("type", type.name())
                        .bind("now", StoredTime.of(now))
                        .add();
            }
            return batch.execute();
        });
    }
}
