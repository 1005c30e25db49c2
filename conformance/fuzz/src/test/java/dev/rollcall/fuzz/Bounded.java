package dev.rollcall.fuzz;

import dev.rollcall.scim.error.ScimException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Supplier;

/** What holds of every input: a refusal is the client's fault, and answering costs no more than the input is worth. */
final class Bounded {
    /** Processor time, so that a busy machine finds nothing; far more than any input of a few kilobytes needs. */
    private static final Duration MOST = Duration.ofSeconds(5);

    private static final long MOST_BYTES = 512L << 20;

    private Bounded() {}

    /** Runs something that may refuse its input. */
    static void run(Runnable work) {
        within(() -> {
            try {
                work.run();
            } catch (ScimException e) {
                check(e.status());
            }
            return null;
        });
    }

    /** Runs something within time and memory. */
    static <T> T within(Supplier<T> work) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var classes = ManagementFactory.getClassLoadingMXBean();
        long loaded = classes.getTotalLoadedClassCount();
        long time = threads.getCurrentThreadCpuTime();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        T result = work.get();
        Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - time);
        long allocated = threads.getCurrentThreadAllocatedBytes() - bytes;
        // The fuzzer rewrites each class when it is loaded, which is no cost of the input.
        boolean measured = classes.getTotalLoadedClassCount() == loaded;
        if (measured && (took.compareTo(MOST) > 0 || allocated > MOST_BYTES)) {
            throw new AssertionError("The input cost " + took + " and " + allocated + " bytes");
        }
        return result;
    }

    /** Refuses a status that says that the server failed. */
    static void check(int status) {
        if (status >= 500 && status != 501 && status != 505) {
            throw new AssertionError("The server failed with " + status);
        }
    }
}
