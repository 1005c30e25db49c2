package dev.rollcall.benchmarks.contest;

/** A SCIM server without its HTTP. Thread-safe. */
@FunctionalInterface
public interface Service {
    /**
     * Answers a request.
     *
     * @param target path and query below the base URL, encoded
     * @param body empty for none
     */
    Reply handle(String method, String target, byte[] body) throws Exception;

    /** An answer, with its body as it would be sent. */
    record Reply(int status, byte[] body) {}

    /** Makes an empty one. */
    @FunctionalInterface
    interface Factory {
        /** A server without users. */
        Service empty() throws Exception;
    }
}
