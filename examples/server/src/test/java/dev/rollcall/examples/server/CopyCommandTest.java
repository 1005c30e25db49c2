package dev.rollcall.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.jdbi.testing.TestPostgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyCommandTest {
    @TempDir
    private Path folder;

    private final String url = TestPostgres.newSchema();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int copy(String from, String to) {
        return run("copy", "--from", from, "--to", to);
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return new CommandLine(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(arguments);
    }

    private static RollcallServer start(String data) {
        return RollcallServer.start(ServerOptions.parse("--port", "0", "--data", data));
    }

    /** A server's data with a user and a cursor that is not at its end, and the token. */
    private record Filled(String token, String next) {}

    private static Filled fill(String data) {
        try (RollcallServer server = start(data)) {
            String token = "Bearer " + server.token().orElseThrow();
            Http.createUser(server.baseUrl(), token, "ada");
            Http.createUser(server.baseUrl(), token, "山田");
            String page =
                    Http.get(server.baseUrl() + "/Users?count=1&cursor", token).body();
            return new Filled(token, Http.json(page).path("nextCursor").asText());
        }
    }

    private static void isServed(String data, Filled filled) {
        try (RollcallServer server = start(data)) {
            assertThat(server.token()).as("made anew").isEmpty();
            assertThat(Http.get(server.baseUrl() + "/Users?count=1&cursor=" + filled.next(), filled.token())
                            .body())
                    .contains("山田");
            assertThat(Http.createUser(server.baseUrl(), filled.token(), "ADA").statusCode())
                    .isEqualTo(409);
            assertThat(Http.createUser(server.baseUrl(), filled.token(), "grace")
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void from_a_folder_to_postgresql_and_back_with_credentials_and_cursors() {
        String one = folder.resolve("one").toString();
        String other = folder.resolve("other").toString();
        Filled filled = fill(one);

        assertThat(copy(one, url)).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "tenant default: 2 of type User",
                        "scim_resource: 2 rows",
                        "scim_credential: 2 rows",
                        "are the same")
                .doesNotContain("currentSchema");
        isServed(url, filled);
        assertThat(copy(url, other)).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("tenant default: 3 of type User");
        try (RollcallServer server = start(other)) {
            assertThat(Http.get(server.baseUrl() + "/Users", filled.token()).body())
                    .contains("\"totalResults\":3");
        }
    }

    @Test
    void what_cannot_be_copied_is_1_with_the_reason() {
        String from = folder.resolve("from").toString();
        assertThat(copy(from, url)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no database in the folder");
        assertThat(folder.resolve("from")).doesNotExist();

        fill(from);
        Filled there = fill(url);
        assertThat(copy(from, url)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("The target is not empty")
                .doesNotContain("Exception");
        try (RollcallServer server = start(url)) {
            assertThat(Http.get(server.baseUrl() + "/Users", there.token()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void wrong_usage_is_2() {
        assertThat(run("copy", "--from", "x")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("copy needs --to");
        assertThat(copy("memory", url)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--from cannot be memory");
        assertThat(run("copy", "--port", "0")).isEqualTo(2);
        assertThat(run("--from", "x")).isEqualTo(2);
    }

    @Test
    void a_copy_that_is_killed_leaves_a_target_that_no_server_takes_for_complete() throws Exception {
        String from = folder.resolve("from").toString();
        Filled filled = fill(from);
        fill(url);
        empty();
        // The copy waits for this table until it is killed.
        try (Connection holder = DriverManager.getConnection(url);
                Statement lock = holder.createStatement();
                Program copy = Program.ofClasses(folder, "copy", "--from", from, "--to", url)) {
            holder.setAutoCommit(false);
            lock.execute("lock table scim_secret in row exclusive mode");
            awaitMark(copy);
            copy.kill();
        }

        try (Program server = Program.ofClasses(folder, "--port", "0", "--data", url)) {
            assertThat(server.exitStatus()).isEqualTo(1);
            assertThat(server.errors()).contains("not come to its end").hasLineCount(1);
        }
        assertThat(copy(from, url)).as(err.toString(StandardCharsets.UTF_8)).isZero();
        isServed(url, filled);
    }

    private void awaitMark(Program copy) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!isThere("select 1 from scim_copy")) {
            assertThat(copy.isAlive()).as("%s", copy.errors()).isTrue();
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    private boolean isThere(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next();
        }
    }

    /** Leaves nothing but the tables. */
    private void empty() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("select string_agg(quote_ident(tablename), ', ')"
                        + " from pg_tables where schemaname = current_schema() and tablename <> 'scim_migration'")) {
            tables.next();
            String all = tables.getString(1);
            statement.execute("truncate table " + all);
        }
    }
}
