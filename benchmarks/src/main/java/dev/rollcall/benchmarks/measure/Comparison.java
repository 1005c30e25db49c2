package dev.rollcall.benchmarks.measure;

import java.util.SplittableRandom;

/**
 * Two ways that were timed in turns, in one process.
 *
 * @param ratio how many times as long the first one takes, by the mean of each block
 * @param measured what the first one costs
 * @param reference what the second one costs
 */
public record Comparison(Ratio ratio, Cost measured, Cost reference) {
    /** Times two ways: in pairs of blocks, so that both see the same machine, in an order drawn for each pair. */
    public static Comparison of(Plan plan, Work measured, Work reference) throws Exception {
        Side a = new Side(measured);
        Side b = new Side(reference);
        a.warmUp(plan);
        b.warmUp(plan);
        double[] costs = new double[plan.blocks()];
        double[] others = new double[plan.blocks()];
        SplittableRandom random = new SplittableRandom(plan.seed());
        for (int i = 0; i < plan.blocks(); i++) {
            if (random.nextBoolean()) {
                costs[i] = a.block();
                others[i] = b.block();
            } else {
                others[i] = b.block();
                costs[i] = a.block();
            }
        }
        return new Comparison(Ratio.ofPairs(costs, others), a.cost(), b.cost());
    }
}
