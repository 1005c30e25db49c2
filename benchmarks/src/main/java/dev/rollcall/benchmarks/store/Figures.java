package dev.rollcall.benchmarks.store;

import dev.rollcall.benchmarks.measure.Comparison;
import dev.rollcall.benchmarks.measure.Ratio;
import dev.rollcall.benchmarks.report.Bar;
import dev.rollcall.benchmarks.report.Figure;
import dev.rollcall.benchmarks.report.FigureFile;
import dev.rollcall.benchmarks.report.FigureTable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the figures of rows, prints them, and writes each one at once, so that nothing is lost by what comes later. */
final class Figures {
    static final String GROUP = "store";

    private final Site site;
    private final FigureFile file;
    private final Path markdown;
    private final PrintStream out;

    Figures(Site site, Path folder, PrintStream out) {
        this.site = site;
        this.file = new FigureFile(folder.resolve("benchmarks.json"));
        this.markdown = folder.resolve("benchmarks.md");
        this.out = out;
    }

    /** Two ways that were compared. */
    void ratio(String row, Comparison comparison, Bar.Pair bars) throws IOException {
        ratio(row, comparison.ratio(), bars, costs(comparison));
    }

    /** How many times faster the first of two ways is. */
    void faster(String row, Comparison comparison, Bar.Pair bars) throws IOException {
        ratio(row, comparison.ratio().inverse(), bars, costs(comparison));
    }

    private static Map<String, Object> costs(Comparison comparison) {
        return Map.of(
                "p50", comparison.measured().median(),
                "otherP50", comparison.reference().median(),
                "allocated", comparison.measured().allocated(),
                "otherAllocated", comparison.reference().allocated(),
                "times", comparison.measured().times(),
                "otherTimes", comparison.reference().times());
    }

    /** A ratio with its interval, which reaches a bar if all of the interval does. */
    void ratio(String row, Ratio ratio, Bar.Pair bars, Map<String, Object> more) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>(more);
        all.put("low", ratio.low());
        all.put("high", ratio.high());
        Bar bar = bars.on(site.databases().name());
        put(row, ratio.value(), "x", bar, bar == null ? null : bar.metBy(ratio), all);
    }

    /** Something that is known exactly. */
    void exact(String row, double value, String unit, Bar bar, Map<String, Object> more) throws IOException {
        put(row, value, unit, bar, bar.metBy(value), more);
    }

    private void put(
            String row, double value, String unit, @Nullable Bar bar, @Nullable Boolean met, Map<String, Object> more)
            throws IOException {
        Map<String, Object> all = new LinkedHashMap<>(more);
        String database = site.databases().name();
        all.put("database", database);
        all.putIfAbsent("fsync", site.databases().fsync());
        all.put("settings", site.databases().description());
        all.put("users", site.large().size());
        all.put("memberships", site.large().plan().memberships());
        String selected = row.contains("/") ? row.substring(0, row.indexOf('/')) : row;
        file.put(new Figure(GROUP, row, value, unit, bar, met, site.settings().command(database, selected), all));
        FigureTable.write(markdown, GROUP, file.of(GROUP));
        out.printf(
                Locale.ROOT,
                "%-11s %-22s %10.3f %-6s %-20s %s %s%n",
                database,
                row,
                value,
                unit,
                more.containsKey("low") ? "%.3f – %.3f".formatted(more.get("low"), more.get("high")) : "",
                bar == null ? "" : bar + (Boolean.TRUE.equals(met) ? " met" : " MISSED"),
                more.containsKey("p50") ? "%.0f against %.0f µs".formatted(more.get("p50"), more.get("otherP50")) : "");
    }
}
