package dev.rollcall.benchmarks.race;

import dev.rollcall.benchmarks.measure.Ratio;
import dev.rollcall.benchmarks.report.Bar;
import dev.rollcall.benchmarks.report.Figure;
import dev.rollcall.benchmarks.report.FigureFile;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes figures of the group {@value #GROUP}, prints them, and writes each at once. */
final class Results {
    static final String GROUP = "benchmarks";

    private final RaceSettings settings;
    private final FigureFile file;
    private final PrintStream out;

    Results(RaceSettings settings, PrintStream out) {
        this.settings = settings;
        this.file = new FigureFile(settings.report().resolve("benchmarks.json"));
        this.out = out;
    }

    /** A ratio, which reaches a bar if all of its interval does. */
    void ratio(String row, Ratio ratio, @Nullable Bar bar, Map<String, Object> more) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>(more);
        all.put("low", ratio.low());
        all.put("high", ratio.high());
        put(row, ratio.value(), "x", bar, bar == null ? null : bar.metBy(ratio), all);
    }

    /** Something that is known exactly. */
    void exact(String row, double value, String unit, @Nullable Bar bar, Map<String, Object> more) throws IOException {
        put(row, value, unit, bar, bar == null ? null : bar.metBy(value), more);
    }

    /** What was seen of the machine and of how it was measured. */
    private Map<String, Object> circumstances() {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("java", System.getProperty("java.runtime.version", ""));
        seen.put("processors", Runtime.getRuntime().availableProcessors());
        seen.put("loadBefore", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        seen.put("rounds", settings.rounds());
        seen.put("iterations", settings.iterations());
        seen.put("quick", settings.quick());
        return seen;
    }

    private void put(
            String row, double value, String unit, @Nullable Bar bar, @Nullable Boolean met, Map<String, Object> more)
            throws IOException {
        Map<String, Object> all = circumstances();
        all.putAll(more);
        String selected = row.contains("/") ? row.substring(0, row.indexOf('/')) : row;
        file.put(new Figure(GROUP, row, value, unit, bar, met, settings.command(selected), all));
        RaceTable.write(settings.report().resolve("benchmarks.md"), file.of(GROUP));
        out.printf(
                Locale.ROOT,
                "%-26s %12.3f %-6s %-20s %s%n",
                row,
                value,
                unit,
                more.containsKey("low") ? "%.3f – %.3f".formatted(more.get("low"), more.get("high")) : "",
                bar == null ? "" : bar + (Boolean.TRUE.equals(met) ? " met" : " MISSED"));
    }

    /** Says what happens. */
    void say(String text) {
        out.println(text);
    }
}
