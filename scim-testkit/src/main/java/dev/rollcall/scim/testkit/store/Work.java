package dev.rollcall.scim.testkit.store;

import java.lang.management.ManagementFactory;

/**
 * How much work something is, counted as the bytes that this thread allocates meanwhile: unlike time it is the same on a
 * busy machine, and what reads ten thousand rows allocates for ten thousand rows.
 */
final class Work {
    /** What may differ for reasons of its own, such as a class that is loaded. */
    static final long SLACK = 200_000;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Work() {}

    /** The least that it takes of three times, the first of which also warms up. */
    static long of(Runnable work) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long before = soFar();
            work.run();
            least = Math.min(least, soFar() - before);
        }
        return least;
    }

    /** What this thread has done so far. */
    static long soFar() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}
