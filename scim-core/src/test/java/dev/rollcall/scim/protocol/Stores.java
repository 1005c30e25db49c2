package dev.rollcall.scim.protocol;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.StoreQuery;
import dev.rollcall.scim.store.StoredResource;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.Arguments;

/** The stores that the protocol is tested on: one with everything, and the smallest one that works. */
final class Stores {
    private Stores() {}

    static Stream<Arguments> all() {
        return Stream.of(
                Arguments.of(Named.of("in memory", InMemoryStore.create())),
                Arguments.of(Named.of("six methods", sixMethods())));
    }

    /** A store of the six methods alone. */
    static Store sixMethods() {
        return Store.of(new SixMethods());
    }

    /** As little as a host can write: no locks, no transactions, no relation; one tenant and one provider. */
    private static final class SixMethods implements ResourceStore {
        private final TreeMap<String, StoredResource> rows = new TreeMap<>();

        private synchronized void checkKeys(StoredResource written) {
            for (StoredResource other : rows.values()) {
                boolean another = other.resource().type() == written.resource().type()
                        && !other.resource().id().equals(written.resource().id());
                written.keys().stream()
                        .filter(key -> another && key.unique() && other.keys().contains(key))
                        .forEach(key -> {
                            throw new DuplicateKeyException(key.path());
                        });
            }
        }

        @Override
        public synchronized void insert(Scope scope, StoredResource resource) {
            checkKeys(resource);
            rows.put(resource.resource().id(), resource);
        }

        @Override
        public synchronized Optional<Resource> find(Scope scope, ResourceType type, String id) {
            return Optional.ofNullable(rows.get(id))
                    .map(StoredResource::resource)
                    .filter(r -> r.type() == type);
        }

        private boolean isAt(ResourceType type, String id, long version) {
            return find(Scope.ofTenant(""), type, id)
                    .filter(r -> r.meta().version() == version)
                    .isPresent();
        }

        @Override
        public synchronized boolean replace(Scope scope, StoredResource resource, long expectedVersion) {
            if (!isAt(resource.resource().type(), resource.resource().id(), expectedVersion)) {
                return false;
            }
            checkKeys(resource);
            rows.put(resource.resource().id(), resource);
            return true;
        }

        @Override
        public synchronized boolean delete(Scope scope, ResourceType type, String id, long expectedVersion) {
            return isAt(type, id, expectedVersion) && rows.remove(id) != null;
        }

        @Override
        public synchronized Stream<Resource> query(Scope scope, StoreQuery query) {
            TreeMap<String, StoredResource> rows = new TreeMap<>(this.rows);
            rows.keySet().removeIf(id -> !query.range().contains(id));
            return (query.range().descending() ? rows.descendingMap() : rows)
                    .values().stream()
                            .map(StoredResource::resource)
                            .filter(r -> r.type() == query.type())
                            .skip(query.offset())
                            .limit(query.limit())
                            .toList()
                            .stream();
        }

        @Override
        public synchronized long count(Scope scope, StoreQuery query) {
            return query(scope, StoreQuery.all(query.type())).count();
        }
    }
}
