package dev.rollcall.scim.store;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a store does to many resources if it has only the six methods. */
final class OneByOne {
    private static final int BATCH = 500;

    private OneByOne() {}

    static long deleteAll(ResourceStore store, Scope scope, ResourceType type) {
        return each(store, scope, type, resource -> remove(store, scope, resource));
    }

    static long release(ResourceStore store, Scope scope, ResourceType type, KeyFactory keys) {
        requireOwner(scope);
        Scope host = Scope.ofTenant(scope.tenant());
        return each(store, scope, type, resource -> {
            boolean removed = remove(store, scope, resource);
            if (removed) {
                store.insert(host, keys.stored(resource));
            }
            return removed;
        });
    }

    private static void requireOwner(Scope scope) {
        if (scope.owner() == null) {
            throw new IllegalArgumentException("What the host itself has is not released; an owner is needed");
        }
    }

    private static boolean remove(ResourceStore store, Scope scope, Resource resource) {
        return store.delete(
                scope, resource.type(), resource.id(), resource.meta().version());
    }

    /** Does the step, after which the scope no longer sees a resource, until it sees none. */
    private static long each(ResourceStore store, Scope scope, ResourceType type, Predicate<Resource> step) {
        StoreQuery query = StoreQuery.all(type).page(0, BATCH);
        long done = 0;
        List<Resource> some = read(store, scope, query);
        while (!some.isEmpty()) {
            long now = some.stream().filter(step).count();
            if (now == 0) {
                throw new ConflictException("Others change each " + type + " at the same time");
            }
            done += now;
            some = read(store, scope, query);
        }
        return done;
    }

    private static List<Resource> read(ResourceStore store, Scope scope, StoreQuery query) {
        try (Stream<Resource> found = store.query(scope, query)) {
            return found.toList();
        }
    }
}
