package dev.rollcall.benchmarks.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server: one that is started here from Maven artifacts, or one that is there already. */
public final class Postgres implements DatabaseServer {
    /** What a server of its own gets: a quarter of a machine of 16 GB and more, and room between checkpoints. */
    private static final Map<String, String> SETTINGS = new LinkedHashMap<>(Map.of(
            "shared_buffers", "4GB",
            "effective_cache_size", "12GB",
            "max_wal_size", "8GB",
            "checkpoint_timeout", "15min",
            "max_connections", "100",
            "synchronous_commit", "on"));

    private static final String PREFIX = "rollcall_benchmarks_";

    private final @Nullable EmbeddedPostgres started;
    private final String serverUrl;
    private final String description;
    private final String fsync;

    private Postgres(@Nullable EmbeddedPostgres started, String serverUrl) throws SQLException {
        this.started = started;
        this.serverUrl = serverUrl;
        try (Connection connection = DriverManager.getConnection(serverUrl)) {
            this.fsync = setting(connection, "fsync");
            StringBuilder text = new StringBuilder("PostgreSQL " + setting(connection, "server_version"));
            for (String name : SETTINGS.keySet().stream().sorted().toList()) {
                text.append(", ").append(name).append(' ').append(setting(connection, name));
            }
            this.description = text.toString();
        }
    }

    /** Starts a server on a folder, which it may have been on before. */
    public static Postgres start(Path folder, String fsync) throws IOException, SQLException {
        Files.createDirectories(folder);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofMinutes(5))
                .setServerConfig("fsync", fsync);
        SETTINGS.forEach(builder::setServerConfig);
        EmbeddedPostgres server = builder.start();
        return new Postgres(server, server.getJdbcUrl("postgres", "postgres"));
    }

    /** A server that runs already; the user of the URL may make databases. */
    public static Postgres at(String url) throws SQLException {
        return new Postgres(null, url);
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public String fsync() {
        return fsync;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void create(String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(serverUrl);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + PREFIX + database);
            statement.execute("create database " + PREFIX + database + " encoding 'UTF8' template template0");
        }
    }

    @Override
    public String url(String database) {
        int parameters = serverUrl.indexOf('?');
        String path = parameters < 0 ? serverUrl : serverUrl.substring(0, parameters);
        return path.substring(0, path.lastIndexOf('/') + 1)
                + PREFIX
                + database
                + (parameters < 0 ? "" : serverUrl.substring(parameters));
    }

    @Override
    public void settle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    @Override
    public RowCounter rowCounter(Supplier<Connection> connection) {
        return new PostgresRowCounter(connection);
    }

    @Override
    public void close() throws IOException, SQLException {
        if (started == null) {
            return;
        }
        // Stopping waits five seconds only, in which a large buffer would not be written.
        try (Connection connection = DriverManager.getConnection(serverUrl);
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
        started.close();
    }
}
