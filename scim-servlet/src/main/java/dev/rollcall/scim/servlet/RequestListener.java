package dev.rollcall.scim.servlet;

/**
 * Hears of every request, to count and measure. A host bridges it to the metrics library that it has. Implementations
 * MUST be thread-safe and fast: they run in the thread of the request, after its answer.
 */
@FunctionalInterface
public interface RequestListener {
    /** A request has been answered. What this throws is logged, and changes nothing for anybody. */
    void answered(RequestEvent event);
}
