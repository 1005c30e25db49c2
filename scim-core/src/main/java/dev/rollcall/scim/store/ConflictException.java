package dev.rollcall.scim.store;

/**
 * A unit of work lost a race: a version that moved on, a deadlock, a serialization failure. It was rolled back, and
 * trying the whole of it again is right.
 */
public final class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An exception with a reason for the log. */
    public ConflictException(String message) {
        super(message);
    }

    /** An exception with what the database said. */
    public ConflictException(String message, Throwable cause) {
        super(message, cause);
    }
}
