package dev.rollcall.benchmarks.measure;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How many bytes a thread has allocated. Thread-safe. */
final class Allocation {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The bytes that the calling thread has allocated so far. */
    long ofThisThread() {
        return threads.getCurrentThreadAllocatedBytes();
    }
}
