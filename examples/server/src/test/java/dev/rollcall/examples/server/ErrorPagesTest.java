package dev.rollcall.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7644 §3.12: also what the container answers is a SCIM error. */
class ErrorPagesTest {
    private static RollcallServer server;

    @BeforeAll
    static void start() {
        server = RollcallServer.start(ServerOptions.parse("--port", "0", "--data", "memory", "--token", "t"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void isError(int status, String request) {
        String answer = Http.raw(server.baseUrl(), request.replace("\n", "\r\n") + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
        assertThat(head.lines())
                .contains("Content-Type: application/scim+json", "Cache-Control: no-store")
                .noneMatch(line -> line.startsWith("Server:"));
        JsonNode error = Http.json(answer.substring(head.length() + 4));
        assertThat(error.at("/schemas/0").textValue()).isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
        assertThat(error.at("/status").textValue()).isEqualTo(Integer.toString(status));
        assertThat(error.at("/detail").textValue()).isNotBlank();
        assertThat(head.lines()).anyMatch(line -> line.startsWith("X-Request-Id: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/Users", "/scim", "/scim/v1/Users", "/favicon.ico", "/scim/v2x", "/scim/../etc/passwd"})
    void a_path_outside_of_the_service_is_404(String path) {
        isError(404, "GET " + path + " HTTP/1.1\nHost: x\nConnection: close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "DELETE", "OPTIONS", "TRACE", "BREW"})
    void whatever_the_method_is(String method) {
        isError(404, method + " /nothing HTTP/1.1\nHost: x\nConnection: close");
    }

    @Test
    void header_fields_that_are_too_large_are_431() {
        isError(431, "GET /scim/v2/Users HTTP/1.1\nHost: x\nX-Large: " + "x".repeat(40_000));
    }

    @Test
    void a_url_that_is_too_long_is_414() {
        isError(414, "GET /scim/v2/Users?filter=" + "x".repeat(40_000) + " HTTP/1.1\nHost: x");
    }

    @Test
    void a_url_of_20_kilobytes_is_not_too_long() {
        isError(401, "GET /scim/v2/Users?x=" + "x".repeat(20_000) + " HTTP/1.1\nHost: x\nConnection: close");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | GET /scim/v2/Users/%zz HTTP/1.1~Host: x~Connection: close",
                "400 | GET /scim/v2/Users/%00 HTTP/1.1~Host: x~Connection: close",
                "400 | GET /scim/v2/Users HTTP/1.1~Connection: close",
                "400 | GET /scim/v2/Users HTTP/1.1~Host: x~No colon",
                "400 | GET /scim/v2/Users HTTP/1.1~Host: x~Content-Length: many",
                "505 | GET /scim/v2/Users HTTP/3.7~Host: x",
                "400 | nonsense",
            })
    void what_is_no_http_is_an_error_too(int status, String request) {
        isError(status, request.replace('~', '\n'));
    }

    @Test
    void raw_brackets_quotes_and_double_slashes_reach_the_service() {
        String answer = Http.raw(
                server.baseUrl(),
                "GET /scim/v2//Users?filter=emails[type+eq+\"work\"]&attributes=a%2Fb HTTP/1.1\r\nHost: x\r\n"
                        + "Authorization: Bearer t\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 200 ")
                .contains("\"totalResults\":0")
                .doesNotContain("Server:");
    }

    @Test
    void an_encoded_slash_is_part_of_an_id() {
        isError(404, "GET /scim/v2/Users/a%2Fb HTTP/1.1\nHost: x\nAuthorization: Bearer t\nConnection: close");
    }
}
