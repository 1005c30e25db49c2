package dev.rollcall.benchmarks.measure;

import java.util.stream.IntStream;

/**
 * How many times as much one thing costs as another, with the interval in which the true ratio lies with 99 %.
 * Costs are skewed and ratios multiply, so the interval is that of the mean of logarithms, by Student's t.
 *
 * @param value the ratio
 * @param low the lower end of its interval
 * @param high the upper end
 */
public record Ratio(double value, double low, double high) {
    private static final double ONE_SIDE = 0.995;

    /**
     * Of costs that were measured in pairs, so that what slows both of a pair down cancels out.
     *
     * @throws IllegalArgumentException if there are fewer than two pairs
     */
    public static Ratio ofPairs(double[] costs, double[] reference) {
        if (costs.length != reference.length || costs.length < 2) {
            throw new IllegalArgumentException("An interval needs two pairs or more");
        }
        Logs logs = Logs.of(IntStream.range(0, costs.length)
                .mapToDouble(i -> costs[i] / reference[i])
                .toArray());
        return of(logs.mean, logs.variance / logs.count, logs.count - 1);
    }

    /**
     * Of two series that were not measured in pairs (Welch).
     *
     * @throws IllegalArgumentException if one has fewer than two values
     */
    public static Ratio ofSeries(double[] costs, double[] reference) {
        if (costs.length < 2 || reference.length < 2) {
            throw new IllegalArgumentException("An interval needs two values or more");
        }
        Logs a = Logs.of(costs);
        Logs b = Logs.of(reference);
        double ea = a.variance / a.count;
        double eb = b.variance / b.count;
        double degrees = ea + eb == 0
                ? a.count + b.count - 2
                : (ea + eb) * (ea + eb) / (ea * ea / (a.count - 1) + eb * eb / (b.count - 1));
        return of(a.mean - b.mean, ea + eb, degrees);
    }

    private static Ratio of(double mean, double squaredError, double degrees) {
        double reach = StudentT.quantile(ONE_SIDE, degrees) * Math.sqrt(squaredError);
        return new Ratio(Math.exp(mean), Math.exp(mean - reach), Math.exp(mean + reach));
    }

    /** The ratio the other way around: how many times faster instead of slower. */
    public Ratio inverse() {
        return new Ratio(1 / value, 1 / high, 1 / low);
    }

    private record Logs(int count, double mean, double variance) {
        static Logs of(double[] values) {
            double mean = 0;
            for (double value : values) {
                mean += Math.log(value) / values.length;
            }
            double squares = 0;
            for (double value : values) {
                squares += Math.pow(Math.log(value) - mean, 2);
            }
            return new Logs(values.length, mean, squares / (values.length - 1));
        }
    }
}
