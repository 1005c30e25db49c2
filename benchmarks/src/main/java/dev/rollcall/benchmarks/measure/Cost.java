package dev.rollcall.benchmarks.measure;

/**
 * What something costs each time.
 *
 * @param times how often it was timed
 * @param median half of the times took no longer, in microseconds
 * @param allocated bytes that the thread allocated, on average
 */
public record Cost(int times, double median, long allocated) {}
