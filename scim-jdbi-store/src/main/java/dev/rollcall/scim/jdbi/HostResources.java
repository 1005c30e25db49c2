package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.store.KeyFactory;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import dev.rollcall.scim.store.StoredResource;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Resources in the host's own tables, on the connection of a unit of work. A write that fails is undone alone, so that a
 * duplicate key leaves the transaction alive on every database, and the host need not look before it writes.
 */
record HostResources(JdbiUnitOfWork unit, ResourceStore host) implements ResourceStore {
    private <T> T reading(Supplier<T> work) {
        unit.requireOpen();
        return unit.statements().guarded(work);
    }

    private <T> T writing(Supplier<T> work) {
        unit.requireWritable();
        return unit.statements().undoneAlone(work);
    }

    @Override
    public void insert(Scope scope, StoredResource resource) {
        writing(() -> {
            host.insert(scope, resource);
            return true;
        });
    }

    @Override
    public Optional<Resource> find(Scope scope, ResourceType type, String id) {
        return reading(() -> host.find(scope, type, id));
    }

    @Override
    public Map<String, Resource> findAll(Scope scope, ResourceType type, Collection<String> ids) {
        return reading(() -> host.findAll(scope, type, ids));
    }

    @Override
    public boolean replace(Scope scope, StoredResource resource, long expectedVersion) {
        return writing(() -> host.replace(scope, resource, expectedVersion));
    }

    @Override
    public boolean delete(Scope scope, ResourceType type, String id, long expectedVersion) {
        return writing(() -> host.delete(scope, type, id, expectedVersion));
    }

    @Override
    public Stream<Resource> query(Scope scope, StoreQuery query) {
        return reading(() -> host.query(scope, query).peek(resource -> unit.requireOpen()));
    }

    @Override
    public long count(Scope scope, StoreQuery query) {
        return reading(() -> host.count(scope, query));
    }

    @Override
    public Optional<Resource> lock(Scope scope, ResourceType type, String id) {
        unit.requireWritable();
        return reading(() -> host.lock(scope, type, id));
    }

    @Override
    public void touch(Scope scope, ResourceType type, Collection<String> ids, Instant now, KeyFactory keys) {
        writing(() -> {
            host.touch(scope, type, ids, now, keys);
            return true;
        });
    }

    @Override
    public long deleteAll(Scope scope, ResourceType type) {
        return writing(() -> host.deleteAll(scope, type));
    }

    @Override
    public long release(Scope scope, ResourceType type, KeyFactory keys) {
        return writing(() -> host.release(scope, type, keys));
    }

    @Override
    public void check() {
        reading(() -> {
            host.check();
            return true;
        });
    }

    @Override
    public boolean durable() {
        return host.durable();
    }

    @Override
    public Optional<SchemaRegistry> schemas() {
        return host.schemas();
    }

    @Override
    public Resource fit(Resource resource) {
        return host.fit(resource);
    }
}
