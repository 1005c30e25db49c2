package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {
    private static final String HEAD = "POST /scim/v2/Users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + TestServer.TOKEN + "\r\nConnection: close\r\n";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Answer raw(String afterHead) {
        return server.wire().bytes((HEAD + afterHead).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/scim+json",
                "application/json",
                "Application/JSON; Charset=\"UTF-8\"",
                "application/scim+json;charset=utf-8; x=y",
                ""
            })
    void json_is_taken_under_both_of_its_names_and_without_any(String type) {
        Answer answer =
                server.post("POST /scim/v2/Users", TestServer.user("type " + type.hashCode()), "Content-Type: " + type);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("Content-Type")).contains("application/scim+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=utf-16",
                "application/jsonx"
            })
    void another_media_type_is_415(String type) {
        server.post("POST /scim/v2/Users", "{\"userName\":\"x\"}", "Content-Type: " + type)
                .isError(415);
    }

    @Test
    void a_form_is_not_read_as_parameters() {
        String type = "Content-Type: application/x-www-form-urlencoded";
        server.post("POST /scim/v2/Users?startIndex=1", "filter=x", type).isError(415);
    }

    @Test
    void an_encoded_body_is_415_and_the_answer_says_what_would_do() {
        Answer answer = server.post("POST /scim/v2/Users", "{}", "Content-Encoding: gzip")
                .isError(415);
        assertThat(answer.header("Accept-Encoding")).contains("identity");
        server.post("POST /scim/v2/Users", "{}", "Content-Encoding: identity").isError(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "[]",
                "\"x\"",
                "{\"userName\":}",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"a\"} x",
                "{\"a\":1,}",
                "null"
            })
    void malformed_json_is_a_syntax_error(String body) {
        server.post("POST /scim/v2/Users", body).isError(400, "invalidSyntax");
    }

    @Test
    void json_that_is_not_utf_8_is_a_syntax_error() {
        byte[] head = (HEAD + "Content-Length: 16\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] body = "{\"userName\":\"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] both = new byte[head.length + body.length];
        System.arraycopy(head, 0, both, 0, head.length);
        System.arraycopy(body, 0, both, head.length, body.length);
        server.wire().bytes(both).isError(400, "invalidSyntax");
    }

    @Test
    void a_chunked_body_is_read() {
        String body = TestServer.user("Chunk");
        Answer answer = raw("Transfer-Encoding: chunked\r\n\r\n9\r\n" + body.substring(0, 9) + "\r\n"
                + Integer.toHexString(body.length() - 9) + ";ext=1\r\n" + body.substring(9) + "\r\n0\r\n\r\n");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.attribute("userName")).isEqualTo("Chunk");
    }

    @Test
    void a_body_beyond_the_limit_is_413_with_and_without_its_length_told() {
        String large = "{\"userName\":\"" + "x".repeat(1500) + "\",\"title\":\"" + "y".repeat(1500)
                + "\",\"nickName\":\"" + "z".repeat(1500) + "\"}";
        assertThat((long) large.length()).isGreaterThan(TestServer.MAX_BODY);
        server.post("POST /scim/v2/Users", large).isError(413);
        raw("Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(large.length()) + "\r\n" + large
                        + "\r\n0\r\n\r\n")
                .isError(413);
    }

    @Test
    void a_client_that_waits_to_go_on_is_refused_before_it_sends() {
        Answer answer =
                server.wire().send("POST /scim/v2/Users HTTP/1.1\nHost: x\nExpect: 100-continue\nContent-Length: 100");
        answer.isError(401);
    }

    @Test
    void malformed_chunks_are_400_and_no_failure_of_the_server() {
        try (Logs logs = new Logs()) {
            raw("Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n").isError(400);
            assertThat(logs.at(Level.ERROR)).isEmpty();
        }
    }

    @Test
    void a_body_that_ends_early_is_no_failure_of_the_server() throws IOException {
        try (Logs logs = new Logs();
                Socket socket = server.wire().open()) {
            socket.getOutputStream()
                    .write((HEAD + "Content-Length: 100\r\n\r\n{\"userName\":").getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            Answer.of(socket.getInputStream().readAllBytes()).isError(400);
            assertThat(logs.at(Level.ERROR)).isEmpty();
            assertThat(logs.at(Level.DEBUG)).hasSize(1).first().asString().contains("ended early");
        }
    }

    @Test
    void a_refused_body_does_not_spoil_the_next_request_on_the_connection() {
        String body = TestServer.user("x");
        Answer both = server.wire()
                .bytes((HEAD.replace("Connection: close\r\n", "") + "Content-Type: text/plain\r\nContent-Length: "
                                + body.length() + "\r\n\r\n" + body + HEAD.replace("POST", "GET") + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(both.status()).isEqualTo(415);
        assertThat(both.body()).contains("HTTP/1.1 200 OK", "totalResults");
    }

    @Test
    void a_body_that_a_filter_has_taken_is_the_fault_of_the_server() {
        ScimServlet servlet = TestServer.servlet(TestServer.rollcall(b -> b)).build();
        Filter taking = (request, response, chain) -> {
            request.getReader();
            chain.doFilter(request, response);
        };
        try (TestServer other = TestServer.start("/", "/*", servlet, taking);
                Logs logs = new Logs()) {
            other.post("POST /Users", TestServer.user("x")).isError(500);
            assertThat(logs.at(Level.ERROR)).hasSize(1).first().asString().contains("IllegalStateException");
        }
    }

    @Test
    void a_body_of_a_get_is_left_alone() {
        assertThat(server.post("GET /scim/v2/Users", "filter=nonsense", "Content-Type: text/plain")
                        .status())
                .isEqualTo(200);
    }
}
