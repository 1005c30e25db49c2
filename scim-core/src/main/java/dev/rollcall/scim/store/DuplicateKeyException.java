package dev.rollcall.scim.store;

/** A write would give two resources of a tenant one unique {@link Key}; nothing of the write has happened. */
public final class DuplicateKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;

    /** An exception about the attribute at the path. */
    public DuplicateKeyException(String path) {
        super("Another resource has this " + path);
        this.path = path;
    }

    /** An exception with what the database said. */
    public DuplicateKeyException(String path, Throwable cause) {
        super("Another resource has this " + path, cause);
        this.path = path;
    }

    /** The path of the attribute whose key is taken. */
    public String path() {
        return path;
    }
}
