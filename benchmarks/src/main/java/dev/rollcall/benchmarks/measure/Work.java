package dev.rollcall.benchmarks.measure;

/** Something that is timed over and over. */
@FunctionalInterface
public interface Work {
    /**
     * Does it once.
     *
     * @param i counts the times, from 0
     */
    void run(int i) throws Exception;

    /** What has to be done before, and is not timed. */
    default void prepare(int i) throws Exception {}

    /** What has to be undone after, and is not timed. */
    default void restore(int i) throws Exception {}
}
