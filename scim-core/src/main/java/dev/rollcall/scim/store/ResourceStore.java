package dev.rollcall.scim.store;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
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
 * JSON, and does not know what a filter or a PATCH means. Core relies on this:
 *
 * <ul>
 *   <li>A resource MUST come back equal to what was last written, metadata included.
 *   <li>Times of metadata are in whole milliseconds, and MUST be kept so.
 *   <li>Unique keys MUST hold over the whole tenant, also for resources that the scope does not see.
 *   <li>Of writers who race for one unique key exactly one MUST win.
 *   <li>Of writers who race to replace one version exactly one MUST get true.
 *   <li>Of a racing replace and delete exactly one MUST win.
 *   <li>A deleted resource MUST be in no later result.
 *   <li>The id and the unique keys of a deleted resource MUST be free.
 *   <li>Methods MUST NOT return null.
 * </ul>
 *
 * A resource store may be called from any thread, unless it comes out of a {@link UnitOfWork}, which belongs to one.
 */
public interface ResourceStore {
    /**
     * Adds a resource. Insert MUST make the owner of the scope the owner of the resource. Ids MUST be kept as they are,
     * whatever characters they have.
     *
     * @throws DuplicateKeyException if a unique key is taken, or, with the path {@code id}, if the tenant has a resource
     *     of any type with that id. Insert MUST refuse a taken unique key, and write nothing. Insert MUST refuse an id that
     *     the tenant has, whatever the type. After a refusal the unit of work MUST be able to go on.
     * @throws ConflictException if a racing writer may be taking a unique key at the same time; tried again, the unit of
     *     work finds out
     */
    void insert(Scope scope, StoredResource resource);

    /** Find MUST give the resource of that type and exactly that id, and nothing if the scope has none. */
    Optional<Resource> find(Scope scope, ResourceType type, String id);

    /** Those of the type with one of the ids that the scope has, by id. Without an implementation of its own, one by one. */
    default Map<String, Resource> findAll(Scope scope, ResourceType type, Collection<String> ids) {
        Map<String, Resource> found = new HashMap<>();
        ids.forEach(id -> find(scope, type, id).ifPresent(resource -> found.put(id, resource)));
        return found;
    }

    /**
     * Writes a new state of a resource if the stored one has the expected version, in one step. Replace MUST leave the
     * owner as it is. The former keys of a replaced resource MUST be free.
     *
     * @return whether it was written; false if the version is another one or the resource is gone. Replace MUST write
     *     nothing if the version is another one or the resource is gone.
     * @throws DuplicateKeyException if a unique key is taken. Replace MUST refuse a taken unique key, and write nothing.
     * @throws ConflictException as {@link #insert} does
     */
    boolean replace(Scope scope, StoredResource resource, long expectedVersion);

    /**
     * Removes a resource if the stored one has the expected version. Its memberships go with it; to learn which groups
     * those were, call {@link MembershipStore#removeAll} first.
     *
     * @return whether it was removed; false if the version is another one or the resource is gone. Delete MUST remove
     *     nothing if the version is another one.
     */
    boolean delete(Scope scope, ResourceType type, String id, long expectedVersion);

    /**
     * The resources that the query describes. A query MUST give resources in the order of their ids by code points,
     * unless it has another order. The caller closes the stream. A large result MUST NOT be read before it is asked for.
     * A stream that is closed early MUST NOT have cost much more than what was taken from it.
     */
    Stream<Resource> query(Scope scope, StoreQuery query);

    /** How many resources the query describes. Count MUST leave range, offset and limit aside. */
    long count(Scope scope, StoreQuery query);

    /**
     * Finds a resource and holds it against other writers until the unit of work ends, where the store can; where it
     * cannot, just finds it, and a lost race shows in {@link #replace}. Lock MUST find what find does. A store that
     * declares locks MUST let one unit of work hold a resource at a time. Whoever holds a lock MUST NOT lose a race.
     */
    default Optional<Resource> lock(Scope scope, ResourceType type, String id) {
        return find(scope, type, id);
    }

    /**
     * Returns if the store could answer a read now, and throws any {@link RuntimeException} if not; see {@link
     * Store#check}. Without an implementation of its own, it returns.
     */
    default void check() {}

    /** Whether what was written survives the end of the process; see {@link Capabilities#durable}. */
    default boolean durable() {
        return false;
    }

    /** The resource types and attributes that the store can keep, if those are not all; see {@link Store#schemas}. */
    default Optional<SchemaRegistry> schemas() {
        return Optional.empty();
    }

    /**
     * The form in which the store will keep a resource; for tables that have fewer places than the schema, such as a
     * single column for e-mail addresses. Core asks before it compares and writes, so that a client is shown what is
     * kept. What a resource is fitted to MUST fit as it is. Fitting MUST leave id and metadata alone. The answer depends on
     * the resource alone, of which the members of a group are no part.
     *
     * @throws dev.rollcall.scim.error.ScimException {@code invalidValue}, with a detail for the client, if a value cannot
     *     be kept. A resource that cannot be kept MUST be refused with invalid value, and not be kept in part.
     */
    default Resource fit(Resource resource) {
        return resource;
    }

    /**
     * Marks resources as changed now, for a change that is not in their documents. Touch MUST give each resource a new
     * version and the time. Touch MUST pass over ids that the scope does not see. Writers who touch the same resources in
     * other orders MUST all come through.
     */
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

    /**
     * Removes resources with their memberships, however many. Delete all MUST remove every resource of the type that the
     * scope sees, and no other. Groups that lose a member are not marked as changed. Without an implementation of its own,
     * one by one.
     *
     * @return how many there were
     */
    default long deleteAll(Scope scope, ResourceType type) {
        return OneByOne.deleteAll(this, scope, type);
    }

    /**
     * Makes resources of an owner the host's own. Release MUST give the host every resource of the type that the scope
     * sees. What is released MUST stay as it is, version and memberships included.
     *
     * <p>Without an implementation of its own, each is removed and added again. So a store has one of its own if it keeps
     * memberships, if its rows have more than the resource, or if it has no transaction around the two steps and minds that
     * the end of the process may come between them.
     *
     * @param scope an owner's
     * @return how many there were
     * @throws IllegalArgumentException if the scope is the host's
     */
    default long release(Scope scope, ResourceType type, KeyFactory keys) {
        return OneByOne.release(this, scope, type, keys);
    }
}
