package dev.rollcall.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a command line asks for.
 *
 * @param users how many users the large tenant has
 * @param memberships how many memberships
 * @param databases which databases are measured
 * @param rows which rows; empty for all
 * @param data where loaded databases are kept; null for a folder that is removed afterwards
 * @param url of a PostgreSQL server that is there already; null to start one
 * @param fsync whether commits are on the disk before they are answered: {@code on} or {@code off}
 * @param report the folder of {@code benchmarks.json} and {@code benchmarks.md}
 * @param time how long a comparison takes
 * @param pairs how many pairs of blocks a comparison has
 * @param seed for everything that is drawn
 */
public record Settings(
        int users,
        long memberships,
        List<String> databases,
        List<String> rows,
        @Nullable Path data,
        @Nullable String url,
        String fsync,
        Path report,
        Duration time,
        int pairs,
        long seed) {
    static final String USAGE = """
            java -jar benchmarks.jar store [options]

              --users N         users of the large tenant (20000), 1000 at least
              --memberships N   memberships of the large tenant (5 times as many, at least one each)
              --database D      h2, postgresql or both (both)
              --rows A,B        only these rows; see docs/benchmarks.md
              --data DIR        where loaded databases are kept, and used again if they have the same size
              --url URL         jdbc:postgresql://… of a server that is there already; its user may make databases
              --fsync on|off    whether a commit is on the disk before it is answered (off)
              --report DIR      where benchmarks.json is written, and the table of benchmarks.md if that is there
                                (benchmarks/target/report)
              --seconds N       how long each comparison takes (10)
              --pairs N         pairs of blocks of each comparison (30)
              --seed N          for everything that is drawn (1)
            """;

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException if an option is none, or has no such value
     */
    static Settings parse(List<String> arguments) {
        Map<String, String> given = new LinkedHashMap<>(Map.of(
                "--users", "20000",
                "--database", "both",
                "--fsync", "off",
                "--report", "benchmarks/target/report",
                "--seconds", "10",
                "--pairs", "30",
                "--seed", "1"));
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String name = rest.next();
            if (!USAGE.contains(" " + name + " ") || !rest.hasNext()) {
                throw new IllegalArgumentException("What is " + name + "?\n" + USAGE);
            }
            given.put(name, rest.next());
        }
        int users = Integer.parseInt(given.get("--users"));
        String data = given.get("--data");
        Settings settings = new Settings(
                users,
                Long.parseLong(given.getOrDefault("--memberships", Long.toString(5L * users))),
                given.get("--database").equals("both") ? List.of("postgresql", "h2") : List.of(given.get("--database")),
                List.of(given.getOrDefault("--rows", "").split(",")).stream()
                        .filter(row -> !row.isEmpty())
                        .toList(),
                data == null ? null : Path.of(data),
                given.get("--url"),
                given.get("--fsync"),
                Path.of(given.get("--report")),
                Duration.ofMillis((long) (1000 * Double.parseDouble(given.get("--seconds")))),
                Integer.parseInt(given.get("--pairs")),
                Long.parseLong(given.get("--seed")));
        settings.check();
        return settings;
    }

    private void check() {
        if (users < 1000 || memberships < users) {
            throw new IllegalArgumentException("There are 1000 users at least, each in one group at least");
        }
        if (!List.of("postgresql", "h2").containsAll(databases)) {
            throw new IllegalArgumentException("--database is h2, postgresql or both, not " + databases);
        }
        if (!List.of("on", "off").contains(fsync)) {
            throw new IllegalArgumentException("--fsync is on or off, not " + fsync);
        }
    }

    /** The command that measures a row again on a database. */
    public String command(String database, String row) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("--users", Integer.toString(users));
        options.put("--memberships", Long.toString(memberships));
        options.put("--database", database);
        options.put("--fsync", fsync);
        options.put("--rows", row);
        return "java -jar benchmarks/target/benchmarks.jar store "
                + options.entrySet().stream()
                        .map(option -> option.getKey() + " " + option.getValue())
                        .collect(Collectors.joining(" "));
    }
}
