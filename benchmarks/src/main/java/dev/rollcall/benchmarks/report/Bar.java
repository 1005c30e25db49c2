package dev.rollcall.benchmarks.report;

import dev.rollcall.benchmarks.measure.Ratio;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a figure has to reach.
 *
 * @param limit the last value that is good
 * @param atLeast whether more is good, rather than less
 */
public record Bar(double limit, boolean atLeast) {
    /** Less is good. */
    public static Bar atMost(double limit) {
        return new Bar(limit, false);
    }

    /** More is good. */
    public static Bar atLeast(double limit) {
        return new Bar(limit, true);
    }

    /** Whether a ratio reaches the bar with all of its interval. */
    public boolean metBy(Ratio ratio) {
        return atLeast ? ratio.low() >= limit : ratio.high() <= limit;
    }

    /** Whether an exact value reaches the bar. */
    public boolean metBy(double value) {
        return atLeast ? value >= limit : value <= limit;
    }

    /** One bar on PostgreSQL, and one on H2, which may have none. */
    public record Pair(Bar postgresql, @Nullable Bar h2) {
        /** The bar on the database of that name. */
        public @Nullable Bar on(String database) {
            return database.equals("h2") ? h2 : postgresql;
        }
    }

    @Override
    public String toString() {
        return (atLeast ? "≥ " : "≤ ") + String.format(Locale.ROOT, limit == Math.rint(limit) ? "%.0f" : "%.1f", limit);
    }
}
