package dev.rollcall.examples.server;

import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.scim.jdbi.CopyReport;
import dev.rollcall.scim.jdbi.JdbiCopy;
import java.io.PrintStream;
import java.util.Map;

/** Copies the data of a server, its credentials among it, into another place. */
final class CopyCommand {
    static final String NAME = "copy";

    private final PrintStream out;

    CopyCommand(PrintStream out) {
        this.out = out;
    }

    /**
     * Copies.
     *
     * @throws UsageException if the arguments are not understood
     * @throws StartException if the copy fails
     */
    void run(Map<String, String> environment, String... arguments) {
        Arguments given = Arguments.ofCopy(arguments);
        DataPlace from = place("--from", given, environment);
        DataPlace to = place("--to", given, environment);
        if (from instanceof DataPlace.Folder folder && !Pools.isThere(folder)) {
            throw new StartException("There is no database in the folder " + from);
        }
        try (HikariDataSource source = Pools.of(from);
                HikariDataSource target = Pools.forLoading(to)) {
            out.println("Copying from " + from + " to " + to);
            CopyReport report = copy(source, target);
            report.resources()
                    .forEach(r -> out.println("  tenant " + r.tenant() + ": " + r.count() + " of type " + r.type()));
            out.println("Both sides are the same: " + report.tables().size() + " tables, "
                    + report.tables().stream().mapToLong(CopyReport.Table::rows).sum()
                    + " rows. Start the servers with --data " + to);
        } catch (IllegalStateException e) {
            throw new StartException(e.getMessage(), e);
        }
    }

    private CopyReport copy(HikariDataSource source, HikariDataSource target) {
        return JdbiCopy.between(source, target)
                .progress((table, rows) -> out.println("  " + table + ": " + rows + " rows"))
                .run();
    }

    private static DataPlace place(String option, Arguments given, Map<String, String> environment) {
        String value = given.value(option);
        if (value == null) {
            throw new UsageException("copy needs " + option);
        }
        DataPlace place = DataPlace.of(option, value, environment);
        if (place instanceof DataPlace.Memory) {
            throw new UsageException(option + " cannot be memory; it is a folder or the URL of a database");
        }
        return place;
    }
}
