package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.Rollcall;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadersTest {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static TestServer mapped(String contextPath, String mapping) {
        return TestServer.start(
                contextPath,
                mapping,
                ScimServlet.of(TestServer.rollcall(b -> b), CredentialAuthenticator.of(TestServer.credentials())));
    }

    @ParameterizedTest
    @CsvSource({
        "/,        /scim/v2/*, /scim/v2",
        "/app,     /scim/v2/*, /app/scim/v2",
        "/app/own, /*,         /app/own",
        "/,        /*,         ''",
        "/,        /,          ''",
        "/app,     /,          /app",
    })
    void locations_begin_where_the_servlet_is_mapped(String contextPath, String mapping, String base) {
        try (TestServer server = mapped(contextPath, mapping)) {
            Answer created = server.post("POST " + base + "/Users", TestServer.user("ada"));
            String location = "http://scim.example.com" + base + "/Users/" + created.attribute("id");
            assertThat(created.header("Location")).contains(location);
            assertThat(created.attribute("location")).isEqualTo(location);
            assertThat(server.as("GET " + base + "/Users/" + created.attribute("id"))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void the_host_header_with_its_port_is_the_base_and_forwarded_headers_are_not_believed() {
        try (TestServer server = mapped("/", "/scim/v2/*")) {
            String request = "GET /scim/v2/ServiceProviderConfig HTTP/1.1\nHost: %s\nX-Forwarded-Host: evil.example\n"
                    + "X-Forwarded-Proto: https\nX-Forwarded-Port: 1\nForwarded: host=evil.example;proto=https";
            assertThat(server.wire().send(request.formatted("a.example:8080")).attribute("location"))
                    .isEqualTo("http://a.example:8080/scim/v2/ServiceProviderConfig");
            assertThat(server.wire().send(request.formatted("a.example:80")).attribute("location"))
                    .isEqualTo("http://a.example/scim/v2/ServiceProviderConfig");
            assertThat(server.wire().send(request.formatted("[::1]:8080")).attribute("location"))
                    .isEqualTo("http://[::1]:8080/scim/v2/ServiceProviderConfig");
        }
    }

    @Test
    void a_configured_base_url_wins() {
        Rollcall rollcall = TestServer.rollcall(b -> b);
        ScimServlet servlet = TestServer.servlet(rollcall)
                .baseUrl("https://id.example.com/t1/scim/")
                .build();
        try (TestServer server = TestServer.start("/app", "/scim/v2/*", servlet)) {
            Answer created = server.post("POST /app/scim/v2/Users", TestServer.user("ada"));
            assertThat(created.header("Location"))
                    .contains("https://id.example.com/t1/scim/Users/" + created.attribute("id"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/scim",
                "ftp://x/scim",
                "https://",
                "https://x/?a=b",
                "https://x/#a",
                "https://me:pw@x/",
                "https://a b/"
            })
    void what_is_no_base_url_is_refused(String url) {
        ScimServletBuilder builder = ScimServlet.builder(TestServer.rollcall(b -> b));
        assertThatThrownBy(() -> builder.baseUrl(url)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_servlet_needs_an_authenticator() {
        ScimServletBuilder builder = ScimServlet.builder(TestServer.rollcall(b -> b));
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("authenticator");
    }

    @Test
    void a_resource_has_its_version_in_the_header() {
        try (TestServer server = mapped("/", "/scim/v2/*")) {
            Answer created = server.post("POST /scim/v2/Users", TestServer.user("ada"));
            String tag = created.header("ETag").orElseThrow();
            String user = " /scim/v2/Users/" + created.attribute("id");
            assertThat(tag).startsWith("W/\"").endsWith("\"");
            assertThat(server.as("GET" + user).header("ETag")).contains(tag);
            Answer unchanged = server.as("GET" + user, "If-None-Match: " + tag);
            assertThat(unchanged.status()).isEqualTo(304);
            assertThat(unchanged.header("ETag")).contains(tag);
            assertThat(unchanged.body()).isEmpty();
            server.post("PUT" + user, TestServer.user("ada"), "If-Match: W/\"other\"")
                    .isError(412);
            Answer replaced = server.post("PUT" + user, TestServer.user("eve"), "If-Match: " + tag);
            assertThat(replaced.status()).isEqualTo(200);
            assertThat(replaced.header("ETag")).isPresent().isNotEqualTo(created.header("ETag"));
            server.as("DELETE" + user, "If-Match: " + tag).isError(412);
            assertThat(server.as("DELETE" + user, "If-Match: *").status()).isEqualTo(204);
        }
    }

    @Test
    void every_answer_has_an_id_of_its_own_and_is_not_stored() {
        try (TestServer server = mapped("/", "/scim/v2/*")) {
            Answer one = server.as("GET /scim/v2/Users", "X-Request-Id: mine");
            Answer two = server.as("DELETE /scim/v2/Users/x");
            assertThat(one.header("X-Request-Id").orElseThrow()).matches(UUID);
            assertThat(two.isError(404).header("X-Request-Id")).isNotEqualTo(one.header("X-Request-Id"));
            assertThat(one.all("Cache-Control")).containsExactly("no-store");
        }
    }

    @Test
    void nothing_that_clients_leave_out_is_missed() {
        try (TestServer server = mapped("/", "/scim/v2/*")) {
            String bare = "GET /scim/v2/Users HTTP/1.1\nHost: x\nAuthorization: " + TestServer.TOKEN;
            assertThat(server.wire().send(bare).header("Content-Type")).contains("application/scim+json");
            for (String accept : new String[] {"application/json", "text/html", "*/*", "", "nonsense;;;"}) {
                assertThat(server.wire()
                                .send(bare + "\nUser-Agent:\nAccept: " + accept)
                                .header("Content-Type"))
                        .contains("application/scim+json");
            }
            assertThat(server.wire()
                            .bytes(("GET /scim/v2/Users HTTP/1.0\r\nAuthorization: " + TestServer.TOKEN + "\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII))
                            .status())
                    .isEqualTo(200);
        }
    }
}
