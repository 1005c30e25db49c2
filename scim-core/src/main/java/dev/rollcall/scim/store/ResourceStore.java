package dev.rollcall.scim.store;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Keeps resources. A host that has people in tables of its own implements these six methods and no more; everything
 * else has a correct default on top of them. A store keeps, finds, and compares-and-sets: it never sees HTTP or request
 * JSON, and does not know what a filter or a PATCH means.
 *
 * <p>Implementations MUST obey, and core relies on it:
 *
 * <ul>
 *   <li>A resource comes back equal to what was last written, metadata included.
 *   <li>A call sees only resources of the {@link Scope}; another tenant's or owner's are as if they were not there.
 *   <li>Unique keys hold over the whole tenant, also for resources that the scope does not see, and also when two
 *       writers race: exactly one wins.
 *   <li>{@link #replace} compares the version and writes in one step: of two racing writers with the same expected
 *       version exactly one gets {@code true}.
 *   <li>A deleted resource is in no later result, and its unique keys are free.
 *   <li>Methods never return null, and may be called from any thread unless the store comes out of a {@link
 *       UnitOfWork}, which belongs to one thread.
 * </ul>
 */
public interface ResourceStore {
    /**
     * Adds a resource, owned by the scope's owner.
     *
     * @throws DuplicateKeyException if a unique key is taken, or, with the path {@code id}, if the tenant has a resource
     *     of any type with that id; nothing has been written then, and the unit of work can go on
     * @throws ConflictException if a racing writer may be taking a unique key at the same time; tried again, the unit of
     *     work finds out
     */
    void insert(Scope scope, StoredResource resource);

    /** The resource of that type and exactly that id; empty if the scope has none. */
    Optional<Resource> find(Scope scope, ResourceType type, String id);

    /** Those of the type with one of the ids that the scope has, by id. Without an implementation of its own, one by one. */
    default Map<String, Resource> findAll(Scope scope, ResourceType type, Collection<String> ids) {
        Map<String, Resource> found = new HashMap<>();
        ids.forEach(id -> find(scope, type, id).ifPresent(resource -> found.put(id, resource)));
        return found;
    }

    /**
     * Writes a new state of a resource if the stored one has the expected version; its owner stays.
     *
     * @return whether it was written; false if the version is another one or the resource is gone
     * @throws DuplicateKeyException if a unique key is taken; nothing has been written then, and the unit of work can
     *     go on
     * @throws ConflictException as {@link #insert} does
     */
    boolean replace(Scope scope, StoredResource resource, long expectedVersion);

    /**
     * Removes a resource if the stored one has the expected version. Its memberships go with it; to learn which groups
     * those were, call {@link MembershipStore#removeAll} first.
     *
     * @return whether it was removed; false if the version is another one or the resource is gone
     */
    boolean delete(Scope scope, ResourceType type, String id, long expectedVersion);

    /**
     * The resources that the query describes, by id unless it has another order: ascending, or descending if its {@link
     * IdRange} says so. The caller closes the stream; a large result MUST NOT be held in memory as a whole, and a stream
     * that is closed early MUST NOT have cost much more than what was taken from it.
     */
    Stream<Resource> query(Scope scope, StoreQuery query);

    /** How many resources the query describes, its range, offset and limit left aside. */
    long count(Scope scope, StoreQuery query);

    /**
     * Finds a resource and holds it against other writers until the unit of work ends, where the store can; where it
     * cannot, just finds it, and a lost race shows in {@link #replace}.
     */
    default Optional<Resource> lock(Scope scope, ResourceType type, String id) {
        return find(scope, type, id);
    }

    /**
     * Returns if the store could answer a read now, and throws any {@link RuntimeException} if not; see {@link
     * Store#check}. Without an implementation of its own, it returns.
     */
    default void check() {}

    /** Marks resources as changed now, with a new version each, for a change that is not in their documents. */
    default void touch(Scope scope, ResourceType type, Collection<String> ids, Instant now, KeyFactory keys) {
        // In the order of ids, so that two writers who touch the same resources wait instead of deadlocking.
        for (String id : new TreeSet<>(ids)) {
            lock(scope, type, id).ifPresent(resource -> {
                Resource touched = resource.withMeta(resource.meta().modified(now));
                if (!replace(scope, keys.stored(touched), resource.meta().version())) {
                    throw new ConflictException("Version of " + type + " " + id + " moved on");
                }
            });
        }
    }
}
