package dev.rollcall.benchmarks.store;

import dev.rollcall.benchmarks.Settings;
import dev.rollcall.benchmarks.database.DatabaseServer;
import dev.rollcall.benchmarks.database.H2Files;
import dev.rollcall.benchmarks.database.Postgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Measures the store: each database, each row. */
public final class StoreCommand {
    /** In an order that leaves what needs other processes to the end. */
    private static final List<Row> ROWS = List.of(
            new LoadRow(),
            new MemberRow(),
            new PatchStoreRow(),
            new FindRow(),
            new PagesRow(),
            new JumpRow(),
            new TotalRow(),
            new GetRow(),
            new CreateRow(),
            new WithoutMembersRow(),
            new PatchHttpRow(),
            new MemoryRow());

    private StoreCommand() {}

    /**
     * Looks whether there is everything that is asked for.
     *
     * @throws IllegalArgumentException if a row is asked for that there is not
     */
    public static void check(Settings settings) {
        List<String> names = ROWS.stream().map(Row::name).toList();
        if (!names.containsAll(settings.rows())) {
            throw new IllegalArgumentException("--rows takes some of " + String.join(",", names));
        }
    }

    /** Measures, reports, and prints each figure. */
    public static void run(Settings settings, PrintStream out) throws Exception {
        Path kept = settings.data();
        Path data = kept == null ? Files.createTempDirectory("rollcall-benchmarks") : kept;
        try {
            for (String database : settings.databases()) {
                measure(settings, database, data.resolve(database), out);
            }
        } finally {
            if (kept == null) {
                remove(data);
            }
        }
    }

    private static void measure(Settings settings, String database, Path data, PrintStream out) throws Exception {
        try (DatabaseServer server = server(settings, database, data);
                Site site = new Site(settings, server, new Loading(settings, server, data, out).tenants())) {
            Figures figures = new Figures(site, settings.report(), out);
            for (Row row : ROWS) {
                if (settings.rows().isEmpty() || settings.rows().contains(row.name())) {
                    row.measure(site, figures);
                }
            }
        }
    }

    private static DatabaseServer server(Settings settings, String database, Path data)
            throws IOException, SQLException {
        if (database.equals("h2")) {
            return new H2Files(data.resolve("files"), settings.fsync());
        }
        String url = settings.url();
        return url == null ? Postgres.start(data.resolve("cluster"), settings.fsync()) : Postgres.at(url);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
