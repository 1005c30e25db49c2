package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.provisioning.provider.RequestRate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestListenerTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final BlockingQueue<RequestEvent> events = new LinkedBlockingQueue<>();
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start("/", "/scim/*", servlet().build());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ScimServletBuilder servlet() {
        return TestServer.servlet(TestServer.rollcall(b -> b)).clock(() -> NOW).requestListener(events::add);
    }

    /** An event is told after its answer. */
    private RequestEvent event() throws InterruptedException {
        RequestEvent event = events.poll(20, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event;
    }

    @Test
    void a_write_is_told_with_who_and_what_and_how_much() throws InterruptedException {
        String body = TestServer.user("ada");
        Answer answer = server.post("POST /scim/Users", body);
        RequestEvent event = event();
        assertThat(event.time()).isEqualTo(NOW);
        assertThat(event.requestId()).isEqualTo(answer.header("X-Request-Id").orElseThrow());
        assertThat(event.caller()).isEqualTo(TestServer.CALLER);
        assertThat(event.tenant()).contains("acme");
        assertThat(event.provider()).contains("okta");
        assertThat(event.client()).isEqualTo("127.0.0.1");
        assertThat(event.method()).isEqualTo("POST");
        assertThat(event.endpoint()).isEqualTo("/Users");
        assertThat(event.status()).isEqualTo(201);
        assertThat(event.scimType()).isEmpty();
        assertThat(event.refusal()).isEqualTo(Refusal.NONE);
        assertThat(event.nanos()).isPositive().isLessThan(Duration.ofMinutes(1).toNanos());
        assertThat(event.bytesIn()).isEqualTo(body.length());
        assertThat(event.bytesOut()).isEqualTo(answer.body().length());
    }

    @ParameterizedTest
    @CsvSource({
        "GET,     /scim,                          /",
        "GET,     /scim/Users,                    /Users",
        "GET,     /scim/Users/,                   /Users",
        "GET,     /scim/Users/ada@example.com,    /Users/{id}",
        "PATCH,   /scim/Groups/1,                 /Groups/{id}",
        "POST,    /scim/.search,                  /.search",
        "POST,    /scim/Users/.search,            /Users/.search",
        "GET,     /scim/Schemas/urn:x,            /Schemas/{id}",
        "GET,     /scim/ResourceTypes,            /ResourceTypes",
        "GET,     /scim/ServiceProviderConfig,    /ServiceProviderConfig",
        "GET,     /scim/Me,                       /Me",
        "POST,    /scim/Bulk,                     /Bulk",
        "GET,     /scim/v2/Users/1,               /Users/{id}",
        "GET,     /scim/v1/Users/1,               other",
        "GET,     /scim/users,                    other",
        "GET,     /scim/Users/1/2,                other",
        "GET,     /scim/Me/1,                     other",
        "GET,     /scim/secret,                   other",
        "OPTIONS, /scim/Users,                    /Users",
    })
    void the_endpoint_is_one_of_a_few(String method, String path, String endpoint) throws InterruptedException {
        server.as(method + " " + path);
        RequestEvent event = event();
        assertThat(event.endpoint()).isEqualTo(endpoint);
        assertThat(event.method()).isEqualTo(method);
    }

    @Test
    void a_method_that_nobody_knows_is_one_of_the_others() throws InterruptedException {
        server.as("BREW /scim/Users").isError(405);
        assertThat(event()).satisfies(event -> {
            assertThat(event.method()).isEqualTo("OTHER");
            assertThat(event.refusal()).isEqualTo(Refusal.MALFORMED);
            assertThat(event.status()).isEqualTo(405);
        });
    }

    @Test
    void an_error_is_told_with_its_keyword() throws InterruptedException {
        server.as("GET /scim/Users?filter=nonsense").isError(400);
        RequestEvent event = event();
        assertThat(event.error()).isEqualTo(ScimType.INVALID_FILTER);
        assertThat(event.scimType()).contains("invalidFilter");
        assertThat(event.status()).isEqualTo(400);
        assertThat(event.refusal()).isEqualTo(Refusal.NONE);
    }

    @Test
    void head_sends_no_bytes() throws InterruptedException {
        server.as("HEAD /scim/Users");
        assertThat(event().bytesOut()).isZero();
    }

    @Test
    void refused_log_ins_and_throttled_requests_are_told() throws InterruptedException {
        ScimServlet strict = servlet()
                .failedLogIns(1, Duration.ofMinutes(1))
                .requestRate(new RequestRate(1, 1))
                .build();
        try (TestServer other = TestServer.start("/", "/scim/*", strict)) {
            other.as("GET /scim/Users");
            assertThat(event().refusal()).isEqualTo(Refusal.NONE);
            other.as("GET /scim/Users").isError(429);
            RequestEvent rate = event();
            assertThat(rate.refusal()).isEqualTo(Refusal.REQUEST_RATE);
            assertThat(rate.caller()).isEqualTo(TestServer.CALLER);
            assertThat(rate.status()).isEqualTo(429);
            String wrong = "GET /scim/Users HTTP/1.1\nHost: x\nAuthorization: Bearer wrong";
            other.wire().send(wrong).isError(401);
            RequestEvent refused = event();
            assertThat(refused.refusal()).isEqualTo(Refusal.CREDENTIALS);
            assertThat(refused.caller()).isNull();
            other.wire().send(wrong).isError(429);
            assertThat(event().refusal()).isEqualTo(Refusal.LOG_IN_THROTTLED);
        }
    }

    @Test
    void a_listener_that_fails_changes_nothing_and_is_logged() {
        ScimServlet failing = TestServer.servlet(TestServer.rollcall(b -> b))
                .requestListener(event -> {
                    throw new IllegalStateException("no meter");
                })
                .requestListener(event -> {
                    throw new StackOverflowError();
                })
                .requestListener(events::add)
                .build();
        try (Logs logs = new Logs();
                TestServer other = TestServer.start("/", "/scim/*", failing)) {
            assertThat(other.as("GET /scim/Users").status()).isEqualTo(200);
            assertThat(event().status()).isEqualTo(200);
            assertThat(logs.at(Level.ERROR)).hasSize(2).first().asString().contains("no meter");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
