package dev.rollcall.scim.store.memory;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.Member;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoredResource;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource as it is kept.
 *
 * @param owner whose it is; null for the host's own
 */
record Row(Resource resource, List<Key> keys, @Nullable String owner) {
    static Row of(StoredResource stored, @Nullable String owner) {
        return new Row(stored.resource(), stored.keys(), owner);
    }

    /** The same in its next version. */
    Row touched(Instant now) {
        return new Row(resource.withMeta(resource.meta().modified(now)), keys, owner);
    }

    /** The same as the host's own. */
    Row released() {
        return new Row(resource, keys, null);
    }

    String id() {
        return resource.id();
    }

    String type() {
        return resource.type().name();
    }

    boolean is(ResourceType type) {
        return type().equals(type.name());
    }

    boolean hasVersion(long version) {
        return resource.meta().version() == version;
    }

    boolean visibleIn(Scope scope) {
        return scope.sees(owner);
    }

    Member asMember() {
        return new Member(id(), type(), resource.text("displayName").orElse(null));
    }
}
