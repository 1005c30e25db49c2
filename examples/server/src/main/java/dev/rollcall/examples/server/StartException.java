package dev.rollcall.examples.server;

/** The server cannot start, for a reason that whoever started it can do something about. */
final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartException(String message) {
        super(message);
    }

    StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
