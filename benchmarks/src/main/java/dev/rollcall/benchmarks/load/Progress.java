package dev.rollcall.benchmarks.load;

import dev.rollcall.benchmarks.measure.Ratio;
import java.util.ArrayList;
import java.util.List;

/** How fast a load went on, from its beginning to its end. Thread-safe. */
public final class Progress {
    private static final int WINDOWS = 50;
    private static final int COMPARED = 5;

    private final long begin = System.nanoTime();
    private final List<long[]> steps = new ArrayList<>(List.of(new long[] {0, 0}));
    private long done;

    /** Says that so many more are done. */
    public synchronized void done(int more) {
        at(System.nanoTime() - begin, more);
    }

    synchronized void at(long nanos, int more) {
        done += more;
        steps.add(new long[] {nanos, done});
    }

    /** How the load went. */
    public synchronized Rates rates() {
        double[] rates = new double[WINDOWS];
        int step = 0;
        double from = 0;
        for (int window = 1; window <= WINDOWS; window++) {
            double count = (double) done * window / WINDOWS;
            while (steps.get(step)[1] < count) {
                step++;
            }
            double to = timeOf(count, step);
            rates[window - 1] = (double) done / WINDOWS / Math.max(1, to - from) * 1e9;
            from = to;
        }
        return new Rates(done, from / 1e9, rates);
    }

    private double timeOf(double count, int step) {
        if (step == 0) {
            return 0;
        }
        long[] before = steps.get(step - 1);
        long[] after = steps.get(step);
        return before[0] + (after[0] - before[0]) * (count - before[1]) / (after[1] - before[1]);
    }

    /**
     * Rates of equal parts of a load.
     *
     * @param total what was loaded
     * @param seconds how long it took
     * @param perSecond the rate of each fiftieth
     */
    public record Rates(long total, double seconds, double[] perSecond) {
        /** The rate of the last tenth against that of the first. */
        public Ratio endAgainstStart() {
            double[] start = java.util.Arrays.copyOf(perSecond, COMPARED);
            double[] end = java.util.Arrays.copyOfRange(perSecond, perSecond.length - COMPARED, perSecond.length);
            return Ratio.ofSeries(end, start);
        }
    }
}
