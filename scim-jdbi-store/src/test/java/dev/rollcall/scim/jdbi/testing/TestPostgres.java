package dev.rollcall.scim.jdbi.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * The PostgreSQL server of the tests: a real one, from a Maven artifact, started when it is first asked for and stopped
 * with the JVM; or the one that the system property {@code rollcall.postgresql.url} names, such as {@code
 * jdbc:postgresql://localhost/test?user=test&password=test}. Thread-safe.
 */
public final class TestPostgres {
    private static final String GIVEN = System.getProperty("rollcall.postgresql.url", "");

    private TestPostgres() {}

    /** The URL of a schema of its own, empty, in the server's database. */
    public static String newSchema() {
        String schema = "s" + UUID.randomUUID().toString().replace("-", "");
        execute("create schema " + schema);
        return url() + "&currentSchema=" + schema;
    }

    /** Runs a statement in the server's database. */
    private static void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The URL of the server's database, with at least one parameter, so that others can follow. */
    private static String url() {
        if (GIVEN.isEmpty()) {
            return Server.URL;
        }
        return GIVEN.contains("?") ? GIVEN : GIVEN + "?ApplicationName=rollcall";
    }

    /** Started when the class is first used. */
    private static final class Server {
        static final String URL = start();

        private static String start() {
            try {
                // Stopped by a hook of its own when the JVM ends.
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .start();
                return server.getJdbcUrl("postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
