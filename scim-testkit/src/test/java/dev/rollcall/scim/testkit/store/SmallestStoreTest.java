package dev.rollcall.scim.testkit.store;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.StoreQuery;
import dev.rollcall.scim.store.StoredResource;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The six methods alone, each a transaction of its own, as a host writes them. */
class SmallestStoreTest extends ResourceStoreContract {
    private final Store store = Store.of(new SixMethods(InMemoryStore.create()));

    @Override
    public Store store() {
        return store;
    }

    private record SixMethods(Store kept) implements ResourceStore {
        @Override
        public void insert(Scope scope, StoredResource resource) {
            kept.write(unit -> {
                unit.resources().insert(scope, resource);
                return true;
            });
        }

        @Override
        public Optional<Resource> find(Scope scope, ResourceType type, String id) {
            return kept.read(unit -> unit.resources().find(scope, type, id));
        }

        @Override
        public boolean replace(Scope scope, StoredResource resource, long expectedVersion) {
            return kept.write(unit -> unit.resources().replace(scope, resource, expectedVersion));
        }

        @Override
        public boolean delete(Scope scope, ResourceType type, String id, long expectedVersion) {
            return kept.write(unit -> unit.resources().delete(scope, type, id, expectedVersion));
        }

        @Override
        public Stream<Resource> query(Scope scope, StoreQuery query) {
            // Equalities are a hint that a store may leave aside.
            StoreQuery all = query.narrowedBy(List.of());
            List<Resource> found =
                    kept.read(unit -> unit.resources().query(scope, all).toList());
            return found.stream();
        }

        @Override
        public long count(Scope scope, StoreQuery query) {
            return kept.read(unit -> unit.resources().count(scope, query));
        }
    }
}
