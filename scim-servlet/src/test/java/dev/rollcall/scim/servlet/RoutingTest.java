package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7644 §3.2: methods and endpoints. */
class RoutingTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/Nothing", "/Nothing/.search", "/users", "/Users/1/2", "/Users/no-such-id", "/Schemas/urn:x"})
    void what_is_not_there_is_404(String path) {
        server.as("GET /scim/v2" + path).isError(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /scim/v2", "GET /scim/v2/", "POST /scim/v2/.search", "POST /scim/v2/Users/.search"})
    void the_base_url_and_searches_are_endpoints_too(String requestLine) {
        String search = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],\"count\":1}";
        assertThat(server.post(requestLine, search).body()).contains("totalResults");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Me"})
    void an_optional_endpoint_that_is_missing_is_501(String path) {
        server.post("POST /scim/v2" + path, "{}").isError(501);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE | /Users   | GET, HEAD, POST, OPTIONS",
                "PATCH  | /Groups  | GET, HEAD, POST, OPTIONS",
                "POST   | /Users/1 | GET, HEAD, PUT, PATCH, DELETE, OPTIONS",
                "POST   | /Schemas | GET, HEAD, OPTIONS",
                "PUT    | /        | GET, HEAD, OPTIONS",
                "PUT    | /.search | POST, OPTIONS",
            })
    void a_method_that_an_endpoint_lacks_is_405_and_the_answer_names_the_others(
            String method, String path, String allow) {
        Answer answer = server.post(method + " /scim/v2" + path, "{}").isError(405);
        assertThat(answer.all("Allow")).containsExactly(allow);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNEXION", "get", "PROPFIND", "X"})
    void a_method_that_no_endpoint_has_is_405(String method) {
        Answer answer = server.as(method + " /scim/v2/Users").isError(405);
        assertThat(answer.header("Allow")).contains("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    }

    @Test
    void a_method_is_not_overridden_by_a_header() {
        Answer answer = server.as("GET /scim/v2/Users", "X-HTTP-Method-Override: DELETE");
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void options_name_the_methods_to_everybody() {
        Answer answer = server.wire().send("OPTIONS /scim/v2/Users HTTP/1.1\nHost: x");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Allow")).contains("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    }

    @Test
    void head_is_get_without_its_body() {
        String id = server.post("POST /scim/v2/Users", TestServer.user("head")).attribute("id");
        Answer get = server.as("GET /scim/v2/Users/" + id);
        Answer head = server.as("HEAD /scim/v2/Users/" + id);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String header : new String[] {"Content-Type", "Content-Length", "ETag", "Location", "Cache-Control"}) {
            assertThat(head.header(header)).as(header).isPresent().isEqualTo(get.header(header));
        }
        assertThat(get.header("Content-Length"))
                .contains(Integer.toString(get.body().length()));
    }

    @Test
    void head_of_nothing_is_404_without_a_body() {
        Answer head = server.as("HEAD /scim/v2/Users/no-such-id");
        assertThat(head.status()).isEqualTo(404);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("X-Request-Id")).isPresent();
    }

    @Test
    void the_life_of_a_user_takes_all_methods() {
        Answer created = server.post("POST /scim/v2/Users", TestServer.user("ada"));
        assertThat(created.status()).isEqualTo(201);
        String user = " /scim/v2/Users/" + created.attribute("id");
        assertThat(server.post("PUT" + user, TestServer.user("ada", "\"nickName\":\"A\""))
                        .attribute("nickName"))
                .isEqualTo("A");
        String patch = "{\"Operations\":[{\"op\":\"replace\",\"path\":\"nickName\",\"value\":\"B\"}]}";
        assertThat(server.post("PATCH" + user, patch).attribute("nickName")).isEqualTo("B");
        Answer deleted = server.as("DELETE" + user, "Content-Type: application/scim+json; charset=utf-8");
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        server.as("GET" + user).isError(404);
    }
}
