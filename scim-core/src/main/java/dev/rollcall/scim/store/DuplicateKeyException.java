package dev.rollcall.scim.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A write would give two resources of a tenant one unique {@link Key}; nothing of the write has happened. */
public final class DuplicateKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final transient @Nullable Key key;

    /** An exception about the attribute at the path. */
    public DuplicateKeyException(String path) {
        this(path, null, null);
    }

    /** An exception with what the database said. */
    public DuplicateKeyException(String path, Throwable cause) {
        this(path, cause, null);
    }

    private DuplicateKeyException(String path, @Nullable Throwable cause, @Nullable Key key) {
        super("Another resource has this " + path, cause);
        this.path = path;
        this.key = key;
    }

    /** The same for a resource that was to be written, whose key it is. */
    public DuplicateKeyException of(StoredResource resource) {
        Key taken = resource.keys().stream()
                .filter(one -> one.unique() && one.path().equals(path))
                .findFirst()
                .orElse(null);
        return new DuplicateKeyException(path, this, taken);
    }

    /** The key that is taken, for who may know it; empty if a store alone has thrown this, or it is an id. */
    public Optional<Key> key() {
        return Optional.ofNullable(key);
    }

    /** The path of the attribute whose key is taken. */
    public String path() {
        return path;
    }
}
