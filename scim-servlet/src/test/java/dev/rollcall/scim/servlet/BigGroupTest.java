package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.protocol.ScimRequest;
import dev.rollcall.scim.protocol.ScimResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store that fails while the members of a group are on their way. */
class BigGroupTest {
    private final Rollcall rollcall = TestServer.rollcall(b -> b.store(BrokenMembers.create()));
    private TestServer server;
    private String path;

    @BeforeEach
    void start() {
        server = TestServer.start("/", "/*", TestServer.servlet(rollcall).build());
        String group = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"all\"}";
        path = "/Groups/"
                + server.post("POST /Groups?excludedAttributes=members", group).attribute("id");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_client_sees_that_the_group_broke_off() throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + server.port() + path).toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + TestServer.TOKEN);
        assertThat(connection.getResponseCode()).isEqualTo(200);
        try (InputStream in = connection.getInputStream()) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void what_came_of_the_group_is_no_whole_json_even_where_the_end_of_the_connection_is_the_end_of_the_body() {
        String request = "GET " + path + " HTTP/1.0\r\nAuthorization: Bearer " + TestServer.TOKEN + "\r\n\r\n";
        try (Logs logs = new Logs()) {
            Answer answer = server.wire().bytes(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("\"members\":[")
                    .doesNotContain("}]")
                    .doesNotContain("api:messages");
            assertThat(logs.at(Level.ERROR))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains(answer.header("X-Request-Id").orElseThrow(), path, "the second page is gone");
        }
    }

    @Test
    void nothing_is_written_after_the_failure_that_a_container_could_still_flush() {
        List<String> segments = List.of(path.substring(1).split("/"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ScimResponse.Content content = Objects.requireNonNull(rollcall.scim()
                .handle(new ScimRequest(
                        "GET",
                        segments,
                        Map.of(),
                        Map.of(),
                        InputStream.nullInputStream(),
                        "https://x",
                        "r-1",
                        TestServer.CALLER))
                .content());
        assertThatThrownBy(() -> content.writeTo(out)).hasMessage("the second page is gone");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"members\":[")
                .doesNotContain("}]");
    }

    @Test
    void without_its_members_the_group_is_whole() {
        Answer answer = server.as("GET " + path + "?excludedAttributes=members");
        assertThat(answer.body())
                .endsWith("}")
                .contains("\"displayName\":\"all\"")
                .doesNotContain("members");
    }

    @Test
    void head_of_the_group_is_a_clean_failure() {
        assertThat(server.as("HEAD " + path).status()).isEqualTo(500);
    }
}
