package dev.rollcall.examples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.jdbi.testing.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Servers that keep everything in one PostgreSQL database. */
class PostgresqlTest {
    private final String url = TestPostgres.newSchema();

    private RollcallServer start(String... more) {
        String[] arguments = new String[more.length + 4];
        System.arraycopy(new String[] {"--port", "0", "--data", url}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return RollcallServer.start(ServerOptions.parse(arguments));
    }

    private String row(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).as(query).isTrue();
            return row.getString(1);
        }
    }

    @Test
    void the_second_server_has_the_data_and_the_credentials_of_the_first_and_shows_them_not_again() throws Exception {
        try (RollcallServer first = start();
                RollcallServer second = start()) {
            String token = "Bearer " + first.token().orElseThrow();
            assertThat(second.token()).isEmpty();
            assertThat(Http.createUser(first.baseUrl(), token, "ada").statusCode())
                    .isEqualTo(201);
            assertThat(Http.get(second.baseUrl() + "/Users", token).body()).contains("\"totalResults\":1");
            assertThat(Http.createUser(second.baseUrl(), token, "ADA").statusCode())
                    .isEqualTo(409);
            assertThat(StartMessage.of(second, ServerOptions.parse("--data", url)))
                    .contains("--credentials new", "Data is kept in jdbc:")
                    .doesNotContain("currentSchema");
        }
    }

    @Test
    void only_hashes_of_the_credentials_are_kept_and_without_them_new_ones_are_made() throws Exception {
        String token;
        try (RollcallServer server = start()) {
            token = server.token().orElseThrow();
            assertThat(row("select string_agg(convert_from(document, 'UTF8'), ' ') from scim_credential"))
                    .contains(server.fresh().orElseThrow().user())
                    .doesNotContain(token)
                    .doesNotContain(server.fresh().orElseThrow().password());
        }
        assertThat(row("with gone as (delete from scim_credential returning 1) select count(*) from gone"))
                .isEqualTo("2");
        try (RollcallServer server = start()) {
            assertThat(server.token()).isPresent().isNotEqualTo(token);
            assertThat(Http.get(server.baseUrl() + "/Users", "Bearer " + token).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void with_a_preset_token_nothing_is_made_and_what_is_there_is_still_taken() {
        try (RollcallServer preset = start("--token", "t")) {
            assertThat(preset.fresh()).isEmpty();
            try (RollcallServer first = start()) {
                String token = first.token().orElseThrow();
                try (RollcallServer both = start("--token", "t2")) {
                    assertThat(Http.get(both.baseUrl() + "/Users", "Bearer " + token)
                                    .statusCode())
                            .isEqualTo(200);
                    assertThat(Http.get(both.baseUrl() + "/Users", "Bearer t2").statusCode())
                            .isEqualTo(200);
                }
            }
        }
    }

    @Test
    void a_walk_by_cursor_goes_on_at_another_server() {
        String page = "/Users?attributes=userName&count=1&cursor";
        try (RollcallServer first = start("--token", "t");
                RollcallServer second = start("--token", "t")) {
            Http.createUser(first.baseUrl(), "Bearer t", "ada");
            Http.createUser(second.baseUrl(), "Bearer t", "grace");
            String next = Http.json(Http.get(first.baseUrl() + page, "Bearer t").body())
                    .path("nextCursor")
                    .asText();
            assertThat(Http.get(second.baseUrl() + page + "=" + next, "Bearer t")
                            .body())
                    .contains("grace")
                    .doesNotContain("ada");
        }
    }

    @Test
    void a_server_that_is_not_there_is_said_without_the_password() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        isRefused(
                "jdbc:postgresql://127.0.0.1:" + nobody + "/db?user=u&password=s3cret",
                "The database in jdbc:postgresql://127.0.0.1:" + nobody
                        + "/db cannot be opened: Connection to 127.0.0.1:" + nobody + " refused");
    }

    @Test
    void a_database_that_is_not_there_and_a_url_that_is_none_are_said_without_the_password() {
        isRefused(
                url.replaceFirst("/postgres[?]", "/nowhere?") + "&password=s3cret",
                "database \"nowhere\" does not exist");
        isRefused("jdbc:postgresql://h:port/db?password=s3cret", "jdbc:postgresql://host:5432/database");
    }

    private static void isRefused(String url, String message) {
        assertThatThrownBy(() -> RollcallServer.start(ServerOptions.parse("--port", "0", "--data", url)))
                .isInstanceOf(StartException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("s3cret")
                .hasNoSuppressedExceptions();
    }

    @Test
    void a_url_of_h2_works_too() {
        String[] arguments = {"--port", "0", "--data", "jdbc:h2:mem:example"};
        try (RollcallServer server = RollcallServer.start(ServerOptions.parse(arguments))) {
            String token = "Bearer " + server.token().orElseThrow();
            assertThat(Http.createUser(server.baseUrl(), token, "ada").statusCode())
                    .isEqualTo(201);
        }
    }
}
