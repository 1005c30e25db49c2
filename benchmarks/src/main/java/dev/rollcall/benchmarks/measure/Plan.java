package dev.rollcall.benchmarks.measure;

import java.time.Duration;

/**
 * How long a comparison takes.
 *
 * @param blocks how many blocks of each of the two are timed
 * @param block how long one of them takes, about
 * @param warmUp how long each of the two runs before anything counts
 * @param warmTimes how many times each runs before, at least
 * @param seed tells which of the two begins in which pair of blocks
 */
public record Plan(int blocks, Duration block, Duration warmUp, int warmTimes, long seed) {
    private static final int BLOCKS = 30;

    /** Thirty pairs of blocks in the given time, after a warm-up of a third of it. */
    public static Plan lasting(Duration time, long seed) {
        return new Plan(BLOCKS, time.dividedBy(2 * BLOCKS), time.dividedBy(6), 1, seed);
    }

    /** The same with a warm-up of so many times at least. */
    public Plan warmedBy(int times) {
        return new Plan(blocks, block, warmUp, times, seed);
    }

    /** The same with as many blocks, at least two. */
    public Plan ofBlocks(int newBlocks) {
        return new Plan(Math.max(2, newBlocks), block, warmUp, warmTimes, seed);
    }
}
