package dev.rollcall.scim.store;

import dev.rollcall.scim.resource.Resource;
import java.util.List;
import java.util.Optional;

/**
 * A resource as it is written: with id and metadata, without what is derived when it is read, and with its keys.
 * Immutable and thread-safe.
 *
 * @param resource the resource
 * @param keys the prepared keys of its indexed attributes, no two of them the same; an attribute of several values has several
 */
public record StoredResource(Resource resource, List<Key> keys) {
    /** Copies the list. */
    public StoredResource {
        keys = List.copyOf(keys);
    }

    /** The prepared value of the attribute at the path, if the resource has one; the first of several. */
    public Optional<String> key(String path) {
        return keys.stream().filter(k -> k.path().equals(path)).map(Key::value).findFirst();
    }
}
