package dev.rollcall.benchmarks.http;

import java.io.IOException;

/** A client of one tenant. Belongs to one thread. */
public interface ScimClient extends AutoCloseable {
    /**
     * Sends a request.
     *
     * @param target path and query below the base URL, such as {@code /Users?count=1}
     * @param body empty for none
     * @throws IOException if the answer is an error, with its body in the message
     */
    Reply send(String method, String target, String body) throws IOException;

    /** Reads. */
    default Reply get(String target) throws IOException {
        return send("GET", target, "");
    }

    @Override
    default void close() throws IOException {}

    /** An answer that is no error. */
    record Reply(int status, byte[] body) {}
}
