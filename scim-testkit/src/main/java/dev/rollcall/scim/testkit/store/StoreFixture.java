package dev.rollcall.scim.testkit.store;

import dev.rollcall.scim.resource.Collation;
import dev.rollcall.scim.resource.Meta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.store.ConflictException;
import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.KeyFactory;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.StoreQuery;
import dev.rollcall.scim.store.StoredResource;
import dev.rollcall.scim.store.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The store under test, with what the tests say again and again. Override what a store needs otherwise. */
public interface StoreFixture {
    /** When the resources of the tests are made. */
    Instant NOW = Instant.parse("2026-01-02T03:04:05.123Z");

    /** The store under test. */
    Store store();

    /** The tenant of this test alone. */
    String tenant();

    /** The types of resources: those that the store declares, or else the standard ones. The same object each time. */
    default SchemaRegistry registry() {
        return store().schemas().orElse(Registry.STANDARD);
    }

    /** Prepares the keys. */
    default KeyFactory keys() {
        return KeyFactory.standard();
    }

    /** The type of users. */
    default ResourceType users() {
        return registry().resourceType("User");
    }

    /** The type of groups. */
    default ResourceType groups() {
        return registry().resourceType("Group");
    }

    /** The whole tenant. */
    default Scope host() {
        return Scope.ofTenant(tenant());
    }

    /** What an owner sees. */
    default Scope owner(String owner) {
        return new Scope(tenant(), owner);
    }

    /** A new resource of any type in the form that the store keeps it in, called so. */
    default Resource resource(ResourceType type, String id, String name) {
        return fitted(Resource.builder(type)
                .id(id)
                .set(Samples.naming(type).name(), name)
                .meta(Meta.created(NOW))
                .build());
    }

    /** The resource in the form that the store keeps it in, as core asks for it. */
    default Resource fitted(Resource resource) {
        return read(unit -> unit.resources().fit(resource));
    }

    /** The resource with another name, one version on. */
    default Resource renamed(Resource resource, String name) {
        return changed(resource, Samples.naming(resource.type()).name(), name);
    }

    /** The resource with its keys, and its name among them as one that is unique in its type. */
    default StoredResource uniquelyNamed(Resource resource) {
        Attribute naming = Samples.naming(resource.type());
        List<Key> keys = new ArrayList<>(keys().stored(resource).keys());
        keys.removeIf(key -> key.path().equals(naming.name()));
        resource.text(naming.name())
                .map(name -> new Key(naming.name(), Collation.key(name, naming.caseExact()), true))
                .ifPresent(keys::add);
        return new StoredResource(resource, keys);
    }

    /** Adds resources whose names are unique. */
    default void insertNamed(Scope scope, Resource... resources) {
        for (Resource resource : resources) {
            change(store -> store.insert(scope, uniquelyNamed(resource)));
        }
    }

    /** Writes a state whose name is unique, if the version is the expected one. */
    default boolean replaceNamed(Scope scope, Resource resource, long expectedVersion) {
        return write(unit -> unit.resources().replace(scope, uniquelyNamed(resource), expectedVersion));
    }

    /** Adds so many resources of a type and gives their ids in order. */
    default List<String> insertMany(ResourceType type, int number) {
        List<String> ids =
                IntStream.range(0, number).mapToObj("u%05d"::formatted).toList();
        for (int from = 0; from < number; from += 500) {
            List<Resource> some = ids.subList(from, Math.min(number, from + 500)).stream()
                    .map(id -> resource(type, id, "name-" + id))
                    .toList();
            change(store -> some.forEach(one -> store.insert(host(), keys().stored(one))));
        }
        return ids;
    }

    /** A new user. */
    default Resource user(String id, String userName) {
        return Resource.builder(users())
                .id(id)
                .set("userName", userName)
                .meta(Meta.created(NOW))
                .build();
    }

    /** A new group, without members. */
    default Resource group(String id, String displayName) {
        return Resource.builder(groups())
                .id(id)
                .set("displayName", displayName)
                .meta(Meta.created(NOW))
                .build();
    }

    /** The resource with another value of an attribute, one version on. */
    default Resource changed(Resource resource, String attribute, Object value) {
        return fitted(resource.toBuilder()
                .set(attribute, value)
                .meta(resource.meta().modified(NOW.plusSeconds(1)))
                .build());
    }

    /** Writes as core does: again, if it lost a race. */
    default <T> T write(Function<UnitOfWork, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return store().write(work);
            } catch (ConflictException e) {
                if (attempt == 500) {
                    throw e;
                }
                Thread.yield();
            }
        }
    }

    /** Writes resources, as {@link #write} does. */
    default void change(Consumer<ResourceStore> work) {
        write(unit -> {
            work.accept(unit.resources());
            return true;
        });
    }

    /** Reads. */
    default <T> T read(Function<UnitOfWork, T> work) {
        return store().read(work);
    }

    /** Adds resources, each in a unit of work of its own. */
    default void insert(Scope scope, Resource... resources) {
        for (Resource resource : resources) {
            change(store -> store.insert(scope, keys().stored(resource)));
        }
    }

    /** Writes a state if the version is the expected one. */
    default boolean replace(Scope scope, Resource resource, long expectedVersion) {
        return write(unit -> unit.resources().replace(scope, keys().stored(resource), expectedVersion));
    }

    /** Removes a resource if the version is the expected one. */
    default boolean delete(Scope scope, Resource resource, long expectedVersion) {
        return write(unit -> unit.resources().delete(scope, resource.type(), resource.id(), expectedVersion));
    }

    /** Finds a resource. */
    default Optional<Resource> find(Scope scope, ResourceType type, String id) {
        return read(unit -> unit.resources().find(scope, type, id));
    }

    /** Finds a resource that must be there. */
    default Resource get(Scope scope, ResourceType type, String id) {
        return find(scope, type, id).orElseThrow(() -> new AssertionError("There is no " + type + " " + id));
    }

    /** The ids of what a query gives, in its order. */
    default List<String> ids(Scope scope, StoreQuery query) {
        return read(unit -> {
            try (Stream<Resource> found = unit.resources().query(scope, query)) {
                return found.map(Resource::id).toList();
            }
        });
    }

    /** How many resources of a type there are. */
    default long count(Scope scope, ResourceType type) {
        return read(unit -> unit.resources().count(scope, StoreQuery.all(type)));
    }
}
