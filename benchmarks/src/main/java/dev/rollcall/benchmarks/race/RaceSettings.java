package dev.rollcall.benchmarks.race;

import dev.rollcall.benchmarks.contest.Task;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * What a command line asks for.
 *
 * @param quick whether it is for a first look only
 * @param rows which rows; empty for all
 * @param report the folder of {@code benchmarks.json} and {@code benchmarks.md}
 * @param rounds how often each library has a new process; all have one before any has the next
 * @param iterations how many measurements a process makes, after as many that do not count
 * @param time how long a measurement takes
 */
public record RaceSettings(boolean quick, List<String> rows, Path report, int rounds, int iterations, Duration time) {
    /** What can be asked for. */
    public static final String USAGE = """
            java -jar benchmarks.jar libraries [options]

              --quick           one round of fewer measurements, for a first look
              --rows A,B        only these rows; see docs/benchmarks.md
              --rounds N        processes of each library (3)
              --iterations N    measurements of each process, after as many to warm up (5)
              --seconds N       how long a measurement takes (1)
              --report DIR      where benchmarks.json is written, and the tables of benchmarks.md if that is there
                                (benchmarks/target/report)
            """;

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException if an option is none, or has no such value
     */
    public static RaceSettings parse(List<String> arguments) {
        boolean quick = arguments.contains("--quick");
        RaceSettings settings = new RaceSettings(
                quick, List.of(), Path.of("benchmarks/target/report"), quick ? 1 : 3, quick ? 4 : 5, seconds(1));
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String name = rest.next();
            if (!name.equals("--quick")) {
                if (!USAGE.contains(" " + name + " ") || !rest.hasNext()) {
                    throw new IllegalArgumentException("What is " + name + "?\n" + USAGE);
                }
                settings = settings.with(name, rest.next());
            }
        }
        return settings;
    }

    private RaceSettings with(String name, String value) {
        return switch (name) {
            case "--rows" -> new RaceSettings(quick, known(value), report, rounds, iterations, time);
            case "--report" -> new RaceSettings(quick, rows, Path.of(value), rounds, iterations, time);
            case "--rounds" -> new RaceSettings(quick, rows, report, Integer.parseInt(value), iterations, time);
            case "--iterations" -> new RaceSettings(quick, rows, report, rounds, Integer.parseInt(value), time);
            default -> new RaceSettings(quick, rows, report, rounds, iterations, seconds(Double.parseDouble(value)));
        };
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis((long) (1000 * seconds));
    }

    private static List<String> known(String value) {
        List<String> names = new ArrayList<>(RaceCommand.OTHER_ROWS);
        Arrays.stream(Task.values()).forEach(task -> names.add(task.row()));
        List<String> asked = List.of(value.split(","));
        if (!names.containsAll(asked)) {
            throw new IllegalArgumentException("--rows takes some of " + String.join(",", names));
        }
        return asked;
    }

    /** Whether a row is asked for. */
    boolean has(String row) {
        return rows.isEmpty() || rows.contains(row);
    }

    /** The command that measures a row again. */
    String command(String row) {
        return "java -jar benchmarks/target/benchmarks.jar libraries " + (quick ? "--quick " : "") + "--rows " + row;
    }
}
