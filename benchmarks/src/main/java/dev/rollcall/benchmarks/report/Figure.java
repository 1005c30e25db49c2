package dev.rollcall.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One measured figure.
 *
 * @param group what it is about, such as {@code store}
 * @param row which one of the group
 * @param value the figure
 * @param unit of the value; {@code x} for how many times as much
 * @param bar what it has to reach; null if nothing
 * @param met whether it does; null without a bar
 * @param command which measures it again
 * @param more whatever else was seen, by name: numbers, texts or booleans
 */
public record Figure(
        String group,
        String row,
        double value,
        String unit,
        @Nullable Bar bar,
        @Nullable Boolean met,
        String command,
        Map<String, Object> more) {
    /** Copies the map, in its order. */
    public Figure {
        more = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    /** What a newer figure takes the place of. */
    public String key() {
        return group + " " + row + " " + more.getOrDefault("database", "");
    }
}
