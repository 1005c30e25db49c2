package dev.rollcall.benchmarks.race;

import dev.rollcall.benchmarks.contest.Task;
import dev.rollcall.benchmarks.report.Bar;
import org.jspecify.annotations.Nullable;

/**
 * What Rollcall has to reach in a task.
 *
 * @param faster how many times faster than the best other library; null without a bar
 * @param leaner how many times fewer bytes than the leanest other library
 * @param bytes how many bytes
 * @param limit how many times as long as the limit
 */
record Goal(
        @Nullable Bar faster,
        @Nullable Bar leaner,
        @Nullable Bar bytes,
        @Nullable Bar limit) {
    private static final Goal NONE = new Goal(null, null, null, null);

    static Goal of(Task task) {
        return switch (task) {
            case PARSE_LONG -> new Goal(Bar.atLeast(5), Bar.atLeast(10), null, null);
            case EVALUATE_HIT, EVALUATE_MISS -> new Goal(Bar.atLeast(3), null, Bar.atMost(0), null);
            case DECODE -> new Goal(Bar.atLeast(1), null, null, Bar.atMost(1.5));
            case ENCODE -> new Goal(Bar.atLeast(1), null, null, Bar.atMost(1.3));
            case PATCH_EMAIL, CREATE -> faster(5);
            case MEMBER_10000 -> faster(500);
            case GET -> faster(10);
            case PATCH -> faster(8);
            case LIST -> new Goal(Bar.atLeast(15), null, null, Bar.atMost(1));
            default -> NONE;
        };
    }

    private static Goal faster(double times) {
        return new Goal(Bar.atLeast(times), null, null, null);
    }
}
