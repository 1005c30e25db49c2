package dev.rollcall.benchmarks.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import org.h2.engine.Constants;

/** Databases of H2, each a file in a folder, opened by the process that uses it. */
public record H2Files(Path folder, String fsync) implements DatabaseServer {
    private static final int CACHE_KILOBYTES = 256 * 1024;

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public String description() {
        return "H2 " + Constants.VERSION + ", embedded, " + suffix();
    }

    @Override
    public void create(String database) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(database + ".mv.db"));
    }

    @Override
    public String url(String database) {
        return "jdbc:h2:file:" + folder.toAbsolutePath().resolve(database) + suffix();
    }

    private String suffix() {
        return ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;CACHE_SIZE=" + CACHE_KILOBYTES
                + (fsync.equals("on") ? ";WRITE_DELAY=0" : "");
    }

    @Override
    public void settle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze");
            statement.execute("checkpoint sync");
        }
    }

    @Override
    public RowCounter rowCounter(Supplier<Connection> connection) {
        return new H2RowCounter(connection);
    }

    @Override
    public void close() {}
}
