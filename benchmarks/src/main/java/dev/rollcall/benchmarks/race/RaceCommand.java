package dev.rollcall.benchmarks.race;

import dev.rollcall.benchmarks.contest.Task;
import dev.rollcall.benchmarks.measure.Ratio;
import dev.rollcall.benchmarks.report.Bar;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares Rollcall with other libraries and with the limit, row by row. */
public final class RaceCommand {
    /** Rows that are no tasks for JMH. */
    static final List<String> OTHER_ROWS = List.of("http-get", "http-create", "start", "size", "heap");

    private final RaceSettings settings;
    private final Results results;
    private final Rounds rounds;

    private RaceCommand(RaceSettings settings, PrintStream out, boolean fork) {
        this.settings = settings;
        this.results = new Results(settings, out);
        this.rounds = new Rounds(settings, fork);
    }

    /** Checks, measures and reports all that is asked for. */
    public static void run(RaceSettings settings, PrintStream out) throws Exception {
        new RaceCommand(settings, out, true).run();
    }

    /** The same without processes, for tests, where figures mean nothing. */
    static void runHere(RaceSettings settings, PrintStream out) throws Exception {
        new RaceCommand(settings, out, false).run();
    }

    private void run() throws Exception {
        List<TaskRow> rows = checked();
        rounds.run(rows, results);
        for (TaskRow row : rows) {
            row.report(results);
        }
        growth(rows);
        others();
    }

    /** The rows that are asked for. What libraries print of what they do not like would bury the figures. */
    private List<TaskRow> checked() {
        PrintStream err = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            List<TaskRow> rows = new ArrayList<>();
            for (Task task : Task.values()) {
                if (settings.has(task.row())) {
                    TaskRow row = new TaskRow(task);
                    row.check();
                    rows.add(row);
                }
            }
            return rows;
        } finally {
            System.setErr(err);
        }
    }

    private void others() throws Exception {
        for (Task task : List.of(Task.GET, Task.CREATE)) {
            if (settings.has("http-" + task.row())) {
                new HttpRows(settings, results).run(task);
            }
        }
        if (settings.has("start")) {
            StartRow.run(settings, results);
        }
        if (settings.has("heap")) {
            HeapRow.run(settings, results);
        }
        if (settings.has("size")) {
            SizeRow.run(results);
        }
    }

    /** What a member costs in a group of a million, against a group of ten beside it. */
    private void growth(List<TaskRow> rows) throws IOException {
        TaskRow large = find(rows, Task.MEMBER_1000000);
        TaskRow small = find(rows, Task.MEMBER_10_BESIDE);
        if (large != null && small != null) {
            Ratio ratio = Ratio.ofSeries(
                    large.times("rollcall").nanos(), small.times("rollcall").nanos());
            results.ratio("member-growth", ratio, Bar.atMost(1.5), Map.of("against", "a group of ten"));
        }
    }

    private static @Nullable TaskRow find(List<TaskRow> rows, Task task) {
        return rows.stream().filter(row -> row.task() == task).findFirst().orElse(null);
    }
}
