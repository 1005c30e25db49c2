package dev.rollcall.examples.customstore;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The host's database in a folder, with its table of employees. */
final class HostDatabase implements AutoCloseable {
    private final HikariDataSource pool = new HikariDataSource();

    private HostDatabase(Path folder) {
        pool.setJdbcUrl("jdbc:h2:file:" + folder.toAbsolutePath().resolve("host"));
        pool.setUsername("sa");
    }

    static HostDatabase in(Path folder) {
        HostDatabase database = new HostDatabase(folder);
        database.jdbi()
                .useHandle(handle -> handle.createScript(read("/employees.sql")).execute());
        return database;
    }

    private static String read(String resource) {
        try (InputStream in = HostDatabase.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DataSource dataSource() {
        return pool;
    }

    /** What the host's own code works with. */
    Jdbi jdbi() {
        return Jdbi.create(pool);
    }

    @Override
    public void close() {
        pool.close();
    }
}
