package dev.rollcall.scim.provisioning.engine;

/**
 * Something that has to be done again and again without anybody asking. MUST be thread-safe: several nodes, and a host that
 * does what is due itself, may be at it at the same time.
 */
@FunctionalInterface
public interface Chore {
    /**
     * Does a bounded part of what is due now, in units of work of its own.
     *
     * @return how much that was; 0 once nothing is left for now, and only then
     * @throws RuntimeException if it could not: it is called again, after a pause
     */
    int runBatch();
}
