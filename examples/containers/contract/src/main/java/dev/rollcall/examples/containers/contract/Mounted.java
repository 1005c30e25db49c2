package dev.rollcall.examples.containers.contract;

/**
 * A container that runs. Immutable.
 *
 * @param baseUrl the SCIM base URL, without a slash at the end
 * @param stop stops the container and frees its port
 */
public record Mounted(String baseUrl, AutoCloseable stop) implements AutoCloseable {
    @Override
    public void close() {
        try {
            stop.close();
        } catch (Exception e) {
            throw new IllegalStateException("The container did not stop in order", e);
        }
    }
}
