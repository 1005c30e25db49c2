package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What proxies say of the client: RFC 7239, and the X-Forwarded headers. The tests come from 127.0.0.1. */
class ProxiesTest {
    private static final Map<String, RequestEvent> EVENTS = new ConcurrentHashMap<>();

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = trusting(ProxyHeaders.EITHER);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestServer trusting(ProxyHeaders headers) {
        return TestServer.start(
                "/app",
                "/scim/v2/*",
                TestServer.servlet(TestServer.rollcall(b -> b))
                        .trustedProxies(headers, "127.0.0.0/8", "10.0.0.0/8", "fd00::/8")
                        .requestListener(event -> EVENTS.put(event.requestId(), event))
                        .build());
    }

    private static Answer asked(TestServer of, String... headers) {
        return of.wire()
                .send("GET /app/scim/v2/ServiceProviderConfig HTTP/1.1\nHost: inner.example:8080\n"
                        + String.join("\n", headers));
    }

    private static String base(String... headers) {
        return asked(server, headers).attribute("location").replace("/scim/v2/ServiceProviderConfig", "");
    }

    /** An event is told after its answer. */
    private static String client(String... headers) {
        String id = asked(server, headers).header("X-Request-Id").orElseThrow();
        long end = System.nanoTime() + 20_000_000_000L;
        while (!EVENTS.containsKey(id) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return EVENTS.get(id).client();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Forwarded: proto=https;host=a.example                            | https://a.example/app",
                "Forwarded: for=1.2.3.4;host=\"a.example:8443\";proto=HTTPS       | https://a.example:8443/app",
                "Forwarded: host=\"[2001:db8::1]:444\";proto=https                | https://[2001:db8::1]:444/app",
                "Forwarded: host=\"a.example:443\";proto=https                    | https://a.example/app",
                "Forwarded: proto=https                                           | https://inner.example:8080/app",
                "Forwarded: for=9.9.9.9;host=evil.example, for=1.2.3.4;host=a.example | http://a.example/app",
                "Forwarded: for=1.2.3.4;host=a.example;proto=https, for=10.0.0.1;host=b.example | https://a.example/app",
                "Forwarded: for=9.9.9.9;host=evil.example, for=1.2.3.4;host=a.example, for=10.0.0.1 | http://a.example/app",
                "Forwarded: for=1.2.3.4, for=10.0.0.1;host=b.example;proto=https | https://b.example/app",
                "Forwarded: by=_me                                               | http://inner.example:8080/app",
                "X-Forwarded-Proto: https                                         | https://inner.example:8080/app",
                "X-Forwarded-Host: a.example                                      | http://a.example/app",
                "X-Forwarded-Host: a.example:8080                                 | http://a.example:8080/app",
                "X-Forwarded-Host: evil.example, a.example                        | http://a.example/app",
                "X-Forwarded-Port: 8443                                           | http://inner.example:8443/app",
                "X-Forwarded-Port: 80                                             | http://inner.example/app",
                "X-Forwarded-Prefix: /tenants/a/                                  | http://inner.example:8080/tenants/a/app",
            })
    void the_base_url_is_the_one_that_the_client_used(String header, String expected) {
        assertThat(base(header)).isEqualTo(expected);
    }

    @Test
    void the_x_headers_belong_together_and_count_from_the_right() {
        assertThat(base(
                        "X-Forwarded-For: 9.9.9.9, 1.2.3.4, 10.0.0.1",
                        "X-Forwarded-Proto: http, https, http",
                        "X-Forwarded-Host: evil.example, a.example, b.example",
                        "X-Forwarded-Port: 1, 8443, 2",
                        "X-Forwarded-Prefix: /evil, /a, /b"))
                .isEqualTo("https://a.example:8443/a/app");
        assertThat(base(
                        "X-Forwarded-For: 1.2.3.4, 10.0.0.1",
                        "X-Forwarded-Proto: https",
                        "X-Forwarded-Host: a.example"))
                .isEqualTo("https://a.example/app");
        assertThat(base("X-Forwarded-Proto: https", "X-Forwarded-Host: a.example", "X-Forwarded-Port: 443"))
                .isEqualTo("https://a.example/app");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-For: 1.2.3.4                                   | 1.2.3.4",
                "X-Forwarded-For: 9.9.9.9, 1.2.3.4                          | 1.2.3.4",
                "X-Forwarded-For: 9.9.9.9, 1.2.3.4, 10.0.0.1, fd00::1       | 1.2.3.4",
                "X-Forwarded-For: <script>, 1.2.3.4                         | 1.2.3.4",
                "X-Forwarded-For: 1.2.3.4:5678                              | 1.2.3.4",
                "X-Forwarded-For: [2001:db8::1]:5678                        | 2001:db8::1",
                "X-Forwarded-For: 2001:db8::1                               | 2001:db8::1",
                "X-Forwarded-For: 10.0.0.2, 10.0.0.1                        | 10.0.0.2",
                "X-Forwarded-For: unknown                                   | unknown",
                "Forwarded: for=_hidden, for=10.0.0.1                       | _hidden",
                "Forwarded: for=9.9.9.9, for=_hidden                        | _hidden",
                "Forwarded: for=\"_a:_b\"                                   | _a",
                "Forwarded: for=\"[2001:db8:cafe::17]:4711\"                | 2001:db8:cafe::17",
                "Forwarded: proto=https                                     | 127.0.0.1",
                "Via: 1.1 x                                                 | 127.0.0.1",
            })
    void the_client_is_the_last_that_a_trusted_proxy_names(String header, String expected) {
        assertThat(client(header)).isEqualTo(expected);
    }

    @Test
    void several_lines_of_one_header_are_one_list() {
        assertThat(client("X-Forwarded-For: 9.9.9.9", "X-Forwarded-For: 1.2.3.4", "X-Forwarded-For: 10.0.0.1"))
                .isEqualTo("1.2.3.4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded: for=\"1.2.3.4",
                "Forwarded: host=\"a.example/evil\"",
                "Forwarded: host=\"a@b\"",
                "Forwarded: host=\"a.example\\\"><script>\"",
                "Forwarded: proto=javascript",
                "Forwarded: for=\"<>\"",
                "X-Forwarded-Host: a.example/evil",
                "X-Forwarded-Host: a b",
                "X-Forwarded-Host: [::1",
                "X-Forwarded-Host: a.example:99999999",
                "X-Forwarded-Proto: gopher",
                "X-Forwarded-Port: 0",
                "X-Forwarded-Port: 65536",
                "X-Forwarded-Port: eighty",
                "X-Forwarded-Prefix: evil",
                "X-Forwarded-Prefix: //evil.example",
                "X-Forwarded-Prefix: /a/../b",
                "X-Forwarded-Prefix: /%2e%2E/",
                "X-Forwarded-Prefix: /a?b",
                "X-Forwarded-Prefix: /a\u00e4",
                "X-Forwarded-For: <script>",
                "X-Forwarded-For: a\tb"
            })
    void what_a_trusted_proxy_should_never_say_is_400(String header) {
        assertThat(asked(server, header).isError(400).detail()).contains("orwarded");
    }

    @Test
    void a_prefix_of_thousands_of_segments_is_400_too() {
        String[] many = {"X-Forwarded-Prefix: " + "/a".repeat(3500)};
        assertThat(asked(server, many).isError(400).detail()).contains("prefix");
    }

    @Test
    void both_kinds_of_header_are_refused_unless_it_is_said_which_one_counts() {
        String[] both = {"Forwarded: host=a.example", "X-Forwarded-Host: b.example"};
        assertThat(asked(server, both).isError(400).detail()).contains("both");
        try (TestServer rfc = trusting(ProxyHeaders.FORWARDED);
                TestServer x = trusting(ProxyHeaders.X_FORWARDED)) {
            assertThat(asked(rfc, both).attribute("location")).startsWith("http://a.example/app");
            assertThat(asked(x, both).attribute("location")).startsWith("http://b.example/app");
        }
    }

    @Test
    void who_is_not_trusted_is_not_even_read() {
        ScimServlet servlet = TestServer.servlet(TestServer.rollcall(b -> b))
                .trustedProxies("10.0.0.0/8", "::1")
                .requestListener(event -> EVENTS.put(event.requestId(), event))
                .build();
        try (TestServer other = TestServer.start("/app", "/scim/v2/*", servlet)) {
            assertThat(asked(other, "Forwarded: \"", "X-Forwarded-Host: a b").attribute("location"))
                    .startsWith("http://inner.example:8080/app/");
        }
    }

    @Test
    void a_configured_base_url_wins_over_every_proxy() {
        ScimServlet servlet = TestServer.servlet(TestServer.rollcall(b -> b))
                .trustedProxies("127.0.0.1")
                .baseUrl("https://id.example.com/scim")
                .build();
        try (TestServer other = TestServer.start("/app", "/scim/v2/*", servlet)) {
            assertThat(asked(other, "X-Forwarded-Host: a.example").attribute("location"))
                    .isEqualTo("https://id.example.com/scim/ServiceProviderConfig");
        }
    }

    @Test
    void a_location_is_the_same_in_header_and_body() {
        Answer created = server.post(
                "POST /app/scim/v2/Users",
                TestServer.user("ada"),
                "X-Forwarded-Proto: https",
                "X-Forwarded-Host: a.example");
        String location = "https://a.example/app/scim/v2/Users/" + created.attribute("id");
        assertThat(created.header("Location")).contains(location);
        assertThat(created.header("Content-Location")).contains(location);
        assertThat(created.attribute("location")).isEqualTo(location);
    }

    @Test
    void plain_http_is_refused_if_only_https_is_taken() {
        ScimServlet servlet = TestServer.servlet(TestServer.rollcall(b -> b))
                .trustedProxies("127.0.0.1")
                .httpsOnly(true)
                .build();
        try (TestServer other = TestServer.start("/app", "/scim/v2/*", servlet)) {
            assertThat(other.as("GET /app/scim/v2/Users").isError(403).detail()).contains("https");
            asked(other).isError(403);
            asked(other, "X-Forwarded-Proto: http").isError(403);
            assertThat(other.as("GET /app/scim/v2/Users", "X-Forwarded-Proto: https")
                            .status())
                    .isEqualTo(200);
        }
    }
}
