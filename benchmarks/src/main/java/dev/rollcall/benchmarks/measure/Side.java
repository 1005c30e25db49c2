package dev.rollcall.benchmarks.measure;

import java.util.Arrays;

/** One of the two that are compared: runs it in blocks, and keeps what they cost. Belongs to one thread. */
final class Side {
    private static final int MOST_IN_BLOCK = 100_000;

    private final Work work;
    private final Allocation allocation = new Allocation();
    private long[] nanos = new long[1024];
    private int times;
    private int timesInBlock = 1;
    private int started;
    private long allocated;

    Side(Work work) {
        this.work = work;
    }

    /** Runs until it is warm, then finds out how many times make a block. */
    void warmUp(Plan plan) throws Exception {
        long begin = System.nanoTime();
        for (int i = 0;
                i < plan.warmTimes()
                        || System.nanoTime() - begin < plan.warmUp().toNanos();
                i++) {
            once();
        }
        long spent = 0;
        int done = 0;
        while (spent < plan.block().toNanos() / 2 && done < MOST_IN_BLOCK) {
            spent += once();
            done++;
        }
        timesInBlock = (int) Math.max(1, Math.min(MOST_IN_BLOCK, plan.block().toNanos() * done / Math.max(1, spent)));
        allocated = 0;
    }

    /** Runs a block; gives the mean cost in nanoseconds. */
    double block() throws Exception {
        long sum = 0;
        for (int i = 0; i < timesInBlock; i++) {
            long cost = once();
            sum += cost;
            if (times == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * times);
            }
            nanos[times++] = cost;
        }
        return (double) sum / timesInBlock;
    }

    private long once() throws Exception {
        int i = started++;
        work.prepare(i);
        long before = allocation.ofThisThread();
        long begin = System.nanoTime();
        work.run(i);
        long cost = System.nanoTime() - begin;
        allocated += allocation.ofThisThread() - before;
        work.restore(i);
        return cost;
    }

    Cost cost() {
        long[] sorted = Arrays.copyOf(nanos, times);
        Arrays.sort(sorted);
        return new Cost(times, sorted[times / 2] / 1e3, allocated / Math.max(1, times));
    }
}
