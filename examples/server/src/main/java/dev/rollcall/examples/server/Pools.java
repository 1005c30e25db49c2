package dev.rollcall.examples.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Pools of connections. */
final class Pools {
    private static final String DATABASE = "rollcall";
    private static final int CONNECTIONS = 10;

    private Pools() {}

    /** A pool to the database in the place, which is not memory; a folder is made if it is not there. */
    static HikariDataSource of(DataPlace place) {
        return of(place, false);
    }

    /** The same, for one who writes very much at a time. */
    static HikariDataSource forLoading(DataPlace place) {
        return of(place, true);
    }

    private static HikariDataSource of(DataPlace place, boolean loading) {
        if (place instanceof DataPlace.Folder folder) {
            return inFolder(folder);
        }
        if (place instanceof DataPlace.Database database) {
            return open(database.isPostgresql() ? postgresql(database, loading) : h2(database), place);
        }
        throw new IllegalArgumentException("There is no database in " + place);
    }

    /** Whether there is a database in the folder. */
    static boolean isThere(DataPlace.Folder place) {
        return Files.exists(file(place.path()));
    }

    private static Path file(Path folder) {
        return folder.resolve(DATABASE + ".mv.db");
    }

    private static HikariDataSource inFolder(DataPlace.Folder place) {
        Path folder = place.path();
        create(folder);
        Path database = file(folder);
        boolean isNew = !Files.exists(database);
        JdbcDataSource h2 = new JdbcDataSource();
        // The server closes the database after its last request, which H2 would not wait for. A commit is on the disk
        // before it is answered. No trace file: it would hold what people are called.
        h2.setURL("jdbc:h2:file:" + folder.resolve(DATABASE)
                + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;TRACE_LEVEL_FILE=0");
        h2.setUser("rollcall");
        HikariDataSource pool = open(h2, place);
        try {
            if (isNew) {
                // The folder may have been there before, open to everybody.
                OwnerOnly.file(database);
            }
            return pool;
        } catch (IOException e) {
            pool.close();
            throw cannotOpen(place, e);
        }
    }

    private static void create(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                OwnerOnly.folder(folder);
            }
        } catch (IOException e) {
            throw new StartException("The data folder " + folder + " cannot be made: " + e, e);
        }
    }

    private static DataSource h2(DataPlace.Database place) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(place.url());
        return h2;
    }

    private static DataSource postgresql(DataPlace.Database place, boolean loading) {
        PGSimpleDataSource postgresql = new PGSimpleDataSource();
        postgresql.setApplicationName("rollcall");
        // A node notices that the server's machine is gone, and the other way round.
        postgresql.setTcpKeepAlive(true);
        // Not for the store, which looks at how many rows each statement of a batch wrote.
        postgresql.setReWriteBatchedInserts(loading);
        try {
            postgresql.setUrl(place.url());
        } catch (IllegalArgumentException e) {
            // Without the cause, which shows the password.
            throw new StartException("The URL of " + place + " is not understood by its driver; it is like"
                    + " jdbc:postgresql://host:5432/database?user=…&password=…");
        }
        if (place.user() != null) {
            postgresql.setUser(place.user());
        }
        if (place.password() != null) {
            postgresql.setPassword(place.password());
        }
        return postgresql;
    }

    private static HikariDataSource open(DataSource database, DataPlace place) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw cannotOpen(place, e);
        }
    }

    /** What is wrong, in one line. */
    static StartException cannotOpen(DataPlace place, Throwable failure) {
        Throwable innermost = failure;
        String reason = "";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (place instanceof DataPlace.Folder
                    && cause instanceof SQLException sql
                    && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                return new StartException(
                        "The data folder " + place + " is in use by another server; stop that one, or choose another"
                                + " folder with --data",
                        failure);
            }
            // The innermost may say "Connection refused" alone, where the one around it says what to check.
            if (cause instanceof SQLException && reason.isEmpty()) {
                reason = cause.getMessage();
            }
            innermost = cause;
        }
        return new StartException(
                "The database in " + place + " cannot be opened: "
                        + (reason.isEmpty() ? innermost.getMessage() : reason),
                failure);
    }
}
