package dev.rollcall.examples.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.scim.jdbi.JdbiStore;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** A store, and what is to be closed with it. */
record Storage(Store store, Runnable closing) implements AutoCloseable {
    private static final String DATABASE = "rollcall";
    private static final int CONNECTIONS = 10;

    /** Storage in a folder, or in memory without one. */
    static Storage in(@Nullable Path folder) {
        if (folder == null) {
            return new Storage(InMemoryStore.create(), () -> {});
        }
        create(folder);
        Path database = folder.resolve(DATABASE + ".mv.db");
        boolean isNew = !Files.exists(database);
        HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(pool(folder));
            if (isNew) {
                // The folder may have been there before, open to everybody.
                OwnerOnly.file(database);
            }
            return new Storage(JdbiStore.builder(pool).migrate(true).build(), pool::close);
        } catch (IOException | RuntimeException e) {
            if (pool != null) {
                pool.close();
            }
            throw new StartException(reason(e, folder), e);
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

    private static HikariConfig pool(Path folder) {
        JdbcDataSource h2 = new JdbcDataSource();
        // The server closes the database after its last request, which H2 would not wait for. A commit is on the disk
        // before it is answered. No trace file: it would hold what people are called.
        h2.setURL("jdbc:h2:file:" + folder.resolve(DATABASE)
                + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;TRACE_LEVEL_FILE=0");
        h2.setUser("rollcall");
        HikariConfig config = new HikariConfig();
        config.setDataSource(h2);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        return config;
    }

    private static String reason(Throwable failure, Path folder) {
        Throwable innermost = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                return "The data folder " + folder + " is in use by another server; stop that one, or choose another"
                        + " folder with --data";
            }
            innermost = cause;
        }
        return "The database in " + folder + " cannot be opened: " + innermost.getMessage();
    }

    @Override
    public void close() {
        closing.run();
    }
}
