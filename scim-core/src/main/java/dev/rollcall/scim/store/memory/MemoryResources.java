package dev.rollcall.scim.store.memory;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.store.IdRange;
import dev.rollcall.scim.store.KeyFactory;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import dev.rollcall.scim.store.StoredResource;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The resources within a unit of work. */
final class MemoryResources implements ResourceStore {
    private final MemoryUnit unit;

    MemoryResources(MemoryUnit unit) {
        this.unit = unit;
    }

    @Override
    public void insert(Scope scope, StoredResource stored) {
        TenantTable table = unit.writing(scope.tenant());
        Row row = Row.of(stored, scope.owner());
        if (table.has(row.id())) {
            throw new DuplicateKeyException("id");
        }
        table.requireFreeKeys(row);
        swap(table, row.id(), row);
    }

    @Override
    public Optional<Resource> find(Scope scope, ResourceType type, String id) {
        return unit.reading(scope.tenant()).find(scope, type, id).map(Row::resource);
    }

    @Override
    public boolean replace(Scope scope, StoredResource stored, long expectedVersion) {
        TenantTable table = unit.writing(scope.tenant());
        Resource resource = stored.resource();
        Optional<Row> present =
                table.find(scope, resource.type(), resource.id()).filter(row -> row.hasVersion(expectedVersion));
        present.ifPresent(old -> {
            Row row = Row.of(stored, old.owner());
            table.requireFreeKeys(row);
            swap(table, row.id(), row);
        });
        return present.isPresent();
    }

    @Override
    public void touch(Scope scope, ResourceType type, Collection<String> ids, Instant now, KeyFactory keys) {
        // No key changes, so none is looked at: two groups may have had one name since before it had to be unique.
        TenantTable table = unit.writing(scope.tenant());
        for (String id : ids) {
            table.find(scope, type, id).ifPresent(row -> swap(table, id, row.touched(now)));
        }
    }

    @Override
    public boolean delete(Scope scope, ResourceType type, String id, long expectedVersion) {
        TenantTable table = unit.writing(scope.tenant());
        Optional<Row> present = table.find(scope, type, id).filter(row -> row.hasVersion(expectedVersion));
        if (present.isPresent()) {
            new MemoryMemberships(unit).removeAll(scope, id);
            swap(table, id, null);
        }
        return present.isPresent();
    }

    @Override
    public Stream<Resource> query(Scope scope, StoreQuery query) {
        return rows(scope, query, query.range())
                .skip(query.offset())
                .limit(query.limit())
                .peek(row -> unit.requireOpen())
                .map(Row::resource);
    }

    @Override
    public long count(Scope scope, StoreQuery query) {
        return query.equalities().isEmpty()
                ? unit.reading(scope.tenant()).count(scope, query.type())
                : rows(scope, query, IdRange.ALL).count();
    }

    @Override
    public Optional<Resource> lock(Scope scope, ResourceType type, String id) {
        // The unit of work holds the whole store already.
        unit.writing(scope.tenant());
        return find(scope, type, id);
    }

    @Override
    public long deleteAll(Scope scope, ResourceType type) {
        TenantTable table = unit.writing(scope.tenant());
        List<Row> all = seen(table, scope, type);
        all.forEach(row -> {
            new MemoryMemberships(unit).removeAll(scope, row.id());
            swap(table, row.id(), null);
        });
        return all.size();
    }

    @Override
    public long release(Scope scope, ResourceType type, KeyFactory keys) {
        if (scope.owner() == null) {
            throw new IllegalArgumentException("What the host itself has is not released; an owner is needed");
        }
        TenantTable table = unit.writing(scope.tenant());
        List<Row> all = seen(table, scope, type);
        all.forEach(row -> new MemoryMemberships(unit).disown(table, row, () -> swap(table, row.id(), row.released())));
        return all.size();
    }

    private static List<Row> seen(TenantTable table, Scope scope, ResourceType type) {
        return table.all(type, IdRange.ALL).filter(row -> row.visibleIn(scope)).toList();
    }

    private Stream<Row> rows(Scope scope, StoreQuery query, IdRange range) {
        if (query.filter() != null || query.sort() != null) {
            throw new IllegalArgumentException("This store answers no filters and keeps no orders");
        }
        TenantTable table = unit.reading(scope.tenant());
        Stream<Row> rows = query.equalities().isEmpty() ? table.all(query.type(), range) : table.having(query, range);
        return rows.filter(row -> row.visibleIn(scope));
    }

    private void swap(TenantTable table, String id, @Nullable Row row) {
        Row previous = table.swap(id, row);
        unit.onRollback(() -> table.swap(id, previous));
    }
}
