package dev.rollcall.benchmarks.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How much of the heap is in use by what is still needed. */
public final class LiveHeap {
    private static final long EVERY_MILLIS = 100;

    private LiveHeap() {}

    /** Something to be watched. */
    @FunctionalInterface
    public interface Task {
        /** Does it. */
        void run() throws Exception;
    }

    /** Collects garbage again and again while the task runs; gives the most bytes that were left after a collection. */
    public static long peakDuring(Task task) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        long[] peak = {0};
        Thread watcher = new Thread(() -> {
            try {
                do {
                    System.gc();
                    peak[0] = Math.max(peak[0], afterCollection());
                } while (!done.await(EVERY_MILLIS, TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        watcher.start();
        try {
            task.run();
        } finally {
            done.countDown();
            watcher.join();
        }
        return peak[0];
    }

    private static long afterCollection() {
        long bytes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage usage = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
            bytes += usage == null ? 0 : usage.getUsed();
        }
        return bytes;
    }
}
