package dev.rollcall.scim.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ObjLongConsumer;
import javax.sql.DataSource;

/**
 * Copies all that a {@link JdbiStore} keeps into another, empty database, which may be of another kind: from H2 to
 * PostgreSQL, say. Streams, so that memory does not grow with what is copied, and compares both sides at the end. What
 * others write to the source meanwhile is not copied: stop them first. Not thread-safe.
 *
 * <p>All of it becomes visible at once. Until then, and after a copy that was cut off, no {@link JdbiStore} opens the
 * target; running the copy again goes on where the target is still empty.
 */
public final class JdbiCopy {
    private final DataSource source;
    private final DataSource target;
    private ObjLongConsumer<String> progress = (table, rows) -> {};
    private Step lastStep = connection -> {};

    private JdbiCopy(DataSource source, DataSource target) {
        this.source = Objects.requireNonNull(source);
        this.target = Objects.requireNonNull(target);
    }

    /** A copy from one database to another; the host owns both and closes them. */
    public static JdbiCopy between(DataSource source, DataSource target) {
        return new JdbiCopy(source, target);
    }

    /** Told the name of a table and how many of its rows are copied, now and then and at the end of each table. */
    public JdbiCopy progress(ObjLongConsumer<String> listener) {
        this.progress = Objects.requireNonNull(listener);
        return this;
    }

    /** Something of the host's own that is done in the same transaction of the target, after all tables are compared. */
    public JdbiCopy lastStep(Step step) {
        this.lastStep = Objects.requireNonNull(step);
        return this;
    }

    /** Something done with a connection, which it neither commits nor closes. */
    public interface Step {
        /** Does it; what it throws ends the copy. */
        void run(Connection connection) throws SQLException;
    }

    /**
     * Makes the tables of the target, and copies. Takes one connection of the source, and three of the target while it
     * migrates.
     *
     * @throws IllegalStateException if the target holds anything, the tables of the source are not those of this release,
     *     or both sides differ in the end; the message says which
     */
    public CopyReport run() {
        Connections to = Connections.to(target);
        Dialect sourceDialect = Connections.to(source).dialect();
        new Migrator(to).run();
        try (Connection reading = source.getConnection();
                Connection writing = target.getConnection()) {
            CopySession from = new CopySession(reading, sourceDialect.copying());
            CopySession into = new CopySession(writing, to.dialect().copying());
            try (from;
                    into) {
                from.begin();
                into.begin();
                return copy(from, into);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The copy failed: " + e.getMessage(), e);
        }
    }

    private CopyReport copy(CopySession from, CopySession into) throws SQLException {
        List<CopyTable> tables = CopyTable.in(into.connection());
        requireSame(CopyTable.in(from.connection()), tables);
        into.requireEmpty(tables);
        CopyMark.set(into.connection());
        into.lock(tables);
        // Somebody may have come in before the lock.
        into.requireEmpty(tables);
        List<CopyReport.Table> copied = new ArrayList<>();
        for (CopyTable table : tables) {
            CopyDigest sent = table.copy(from, into, progress);
            CopyDigest arrived = table.digest(into);
            if (!sent.equals(arrived)) {
                throw new IllegalStateException(
                        "The table " + table.name() + " differs after the copy: " + sent + " against " + arrived);
            }
            copied.add(new CopyReport.Table(table.name(), sent.rows()));
        }
        List<CopyReport.Resources> resources = CopyReport.resources(into.connection());
        if (!resources.equals(CopyReport.resources(from.connection()))) {
            throw new IllegalStateException("The numbers of resources differ after the copy: " + resources);
        }
        lastStep.run(into.connection());
        for (CopyTable table : tables) {
            table.restartIdentity(into.connection());
        }
        CopyMark.clear(into.connection());
        into.connection().commit();
        return new CopyReport(copied, resources);
    }

    private static void requireSame(List<CopyTable> source, List<CopyTable> target) {
        if (source.isEmpty()) {
            throw new IllegalStateException("The source has no tables of a store");
        }
        for (CopyTable table : target) {
            CopyTable other = source.stream()
                    .filter(t -> t.name().equals(table.name()))
                    .findFirst()
                    .orElseThrow(() -> older("the table " + table.name()));
            table.columnsMissingIn(other).ifPresent(column -> {
                throw older("the column " + column + " of " + table.name());
            });
            other.columnsMissingIn(table).ifPresent(column -> {
                throw newer("a column " + column + " of " + table.name());
            });
        }
        for (CopyTable table : source) {
            if (target.stream().noneMatch(t -> t.name().equals(table.name()))) {
                throw newer("a table " + table.name());
            }
        }
    }

    private static IllegalStateException older(String missing) {
        return new IllegalStateException("The source is of an older release, without " + missing
                + "; open it once with this one, which brings it up to date");
    }

    private static IllegalStateException newer(String unknown) {
        return new IllegalStateException(
                "The source is of a newer release, with " + unknown + "; copy it with that release");
    }
}
