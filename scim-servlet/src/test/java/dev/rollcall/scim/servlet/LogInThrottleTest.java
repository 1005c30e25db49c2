package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.protocol.Caller;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** RFC 7644 §7.7: five attempts in a minute may fail here, so one more every 12 seconds. */
class LogInThrottleTest {
    private static final String HERE = "192.0.2.1";
    private static final String THERE = "192.0.2.2";
    private static final String RIGHT = "Bearer " + TestServer.TOKEN;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start("/", "/scim/v2/*", with(CredentialAuthenticator.of(TestServer.credentials())));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ScimServlet with(Authenticator authenticator) {
        return TestServer.servlet(TestServer.rollcall(b -> b))
                .authenticator(authenticator)
                .trustedProxies("127.0.0.1")
                .failedLogIns(5, Duration.ofMinutes(1))
                .clock(now::get)
                .build();
    }

    private Answer from(String source, String authorization) {
        return server.wire()
                .send("GET /scim/v2/Users HTTP/1.1\nHost: x\nX-Forwarded-For: " + source + "\nAuthorization: "
                        + authorization);
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private void fail(String source, int times) {
        for (int i = 0; i < times; i++) {
            from(source, "Bearer wrong" + i).isError(401);
        }
    }

    @Test
    void after_so_many_failures_a_source_has_to_wait_whatever_it_sends() {
        fail(HERE, 5);
        Answer refused = from(HERE, "Bearer wrong").isError(429);
        assertThat(refused.all("Retry-After")).containsExactly("12");
        assertThat(refused.header("WWW-Authenticate")).isEmpty();
        from(HERE, RIGHT).isError(429);
        now.updateAndGet(instant -> instant.plusMillis(11_999));
        assertThat(from(HERE, RIGHT).isError(429).header("Retry-After")).contains("1");
        now.updateAndGet(instant -> instant.plusMillis(1));
        from(HERE, "Bearer wrong").isError(401);
        from(HERE, RIGHT).isError(429);
        now.updateAndGet(instant -> instant.plusSeconds(12));
        assertThat(from(HERE, RIGHT).status()).isEqualTo(200);
    }

    @Test
    void other_sources_notice_nothing() {
        fail(HERE, 5);
        assertThat(from(THERE, RIGHT).status()).isEqualTo(200);
        from(THERE, "Bearer wrong").isError(401);
    }

    @Test
    void credentials_that_were_right_from_there_before_go_on() {
        assertThat(from(HERE, RIGHT).status()).isEqualTo(200);
        fail(HERE, 5);
        assertThat(from(HERE, RIGHT).status()).isEqualTo(200);
        from(HERE, basic("okta", TestServer.PASSWORD)).isError(429);
    }

    @Test
    void a_user_name_is_guarded_against_many_sources_and_its_owner_is_not_locked_out() {
        assertThat(from(HERE, basic("okta", TestServer.PASSWORD)).status()).isEqualTo(200);
        for (int i = 1; i <= 5; i++) {
            from("198.51.100." + i, basic("okta", "guess")).isError(401);
        }
        from("198.51.100.6", basic("okta", TestServer.PASSWORD)).isError(429);
        from("198.51.100.6", basic("other", "guess")).isError(401);
        assertThat(from("198.51.100.6", RIGHT).status()).isEqualTo(200);
        assertThat(from(HERE, basic("okta", TestServer.PASSWORD)).status()).isEqualTo(200);
    }

    @Test
    void an_ipv6_network_is_one_source() {
        for (int i = 0; i < 5; i++) {
            from("2001:db8:1:2::" + i, "Bearer wrong").isError(401);
        }
        from("2001:db8:1:2:ffff::1", "Bearer wrong").isError(429);
        from("2001:db8:1:3::1", "Bearer wrong").isError(401);
    }

    @Test
    void requests_without_credentials_are_no_attempts() {
        for (int i = 0; i < 20; i++) {
            server.wire()
                    .send("GET /scim/v2/Users HTTP/1.1\nHost: x\nX-Forwarded-For: " + HERE)
                    .isError(401);
        }
        assertThat(from(HERE, RIGHT).status()).isEqualTo(200);
    }

    @Test
    void what_is_malformed_or_of_another_scheme_is_an_attempt_too() {
        for (int i = 0; i < 5; i++) {
            from(HERE, "Basic !!!").isError(401);
        }
        from(HERE, "Digest a=b").isError(429);
    }

    @Test
    void any_authenticator_is_guarded() {
        try (TestServer other = TestServer.start("/", "/scim/v2/*", with(request -> {
            if ("right".equals(request.getHeader("X-Api-Key"))) {
                return Caller.ofProvider("acme", "okta", "key");
            }
            throw BearerErrors.invalidToken("The key is not valid here");
        }))) {
            String key = "GET /scim/v2/Users HTTP/1.1\nHost: x\nX-Api-Key: ";
            for (int i = 0; i < 5; i++) {
                other.wire().send(key + "wrong").isError(401);
            }
            other.wire().send(key + "right").isError(429);
            now.updateAndGet(instant -> instant.plusSeconds(12));
            assertThat(other.wire().send(key + "right").status()).isEqualTo(200);
        }
    }

    @Test
    void of_guesses_that_are_looked_at_at_once_no_more_are_told_right_from_wrong() {
        // While the first two are looked at, five more fail from the same source.
        AtomicReference<TestServer> other = new AtomicReference<>();
        Authenticator slow = request -> {
            String key = String.valueOf(request.getHeader("X-Api-Key"));
            if (key.startsWith("slow")) {
                for (int i = 0; i < 5; i++) {
                    other.get().wire().send("GET /scim/v2/Users HTTP/1.1\nHost: x\nX-Api-Key: quick");
                }
            }
            if (key.endsWith("right")) {
                return Caller.ofProvider("acme", "okta", "key");
            }
            throw BearerErrors.invalidToken("The key is not valid here");
        };
        for (String key : List.of("slow, wrong", "slow, right")) {
            try (TestServer guarded = TestServer.start("/", "/scim/v2/*", with(slow))) {
                other.set(guarded);
                guarded.wire()
                        .send("GET /scim/v2/Users HTTP/1.1\nHost: x\nX-Api-Key: " + key)
                        .isError(429);
            }
        }
    }

    @Test
    void the_configuration_stays_open_to_a_source_that_has_to_wait() {
        fail(HERE, 5);
        assertThat(server.wire()
                        .send("GET /scim/v2/ServiceProviderConfig HTTP/1.1\nHost: x\nX-Forwarded-For: " + HERE)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void numbers_out_of_range_are_refused() {
        ScimServletBuilder builder = TestServer.servlet(TestServer.rollcall(b -> b));
        assertThatThrownBy(() -> builder.failedLogIns(-1, Duration.ofMinutes(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.failedLogIns(1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.failedLogIns(1, Duration.ofDays(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
