package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.provisioning.provider.RequestRate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestRateTest {
    private static final Caller OTHER = Caller.ofProvider("acme", "entra", "other");
    private static final Caller SECOND = Caller.ofProvider("acme", "okta", "second");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));

    private ScimServletBuilder builder() {
        FixedCredentials credentials = FixedCredentials.builder()
                .token(TestServer.TOKEN, TestServer.CALLER)
                .token("other", OTHER)
                .token("second", SECOND)
                .build();
        return ScimServlet.builder(TestServer.rollcall(b -> b))
                .authenticator(CredentialAuthenticator.of(credentials))
                .clock(now::get);
    }

    private static int accepted(TestServer server, String token, int requests) {
        int accepted = 0;
        for (int i = 0; i < requests; i++) {
            Answer answer = users(server, token);
            accepted += answer.status() == 200 ? 1 : 0;
        }
        return accepted;
    }

    private static Answer users(TestServer server, String token) {
        return server.wire().send("GET /scim/v2/Users HTTP/1.1\nHost: x\nAuthorization: Bearer " + token);
    }

    @Test
    void the_default_is_25_a_second_and_100_at_once() {
        try (TestServer server = TestServer.start("/", "/scim/v2/*", builder().build())) {
            assertThat(accepted(server, TestServer.TOKEN, 103)).isEqualTo(100);
            now.updateAndGet(instant -> instant.plusSeconds(1));
            assertThat(accepted(server, TestServer.TOKEN, 27)).isEqualTo(25);
        }
    }

    @Test
    void beyond_it_the_answer_is_429_with_the_seconds_to_wait() {
        ScimServlet servlet = builder().requestRate(new RequestRate(1, 2)).build();
        try (TestServer server = TestServer.start("/", "/scim/v2/*", servlet)) {
            assertThat(accepted(server, TestServer.TOKEN, 2)).isEqualTo(2);
            Answer refused = users(server, TestServer.TOKEN).isError(429);
            assertThat(refused.all("Retry-After")).containsExactly("1");
            assertThat(refused.detail()).contains("try again in 1 s");
            now.updateAndGet(instant -> instant.plus(Duration.ofSeconds(1)));
            assertThat(users(server, TestServer.TOKEN).status()).isEqualTo(200);
        }
    }

    @Test
    void all_credentials_of_a_provider_share_its_rate_and_other_providers_have_their_own() {
        ScimServlet servlet = builder().requestRate(new RequestRate(1, 2)).build();
        try (TestServer server = TestServer.start("/", "/scim/v2/*", servlet)) {
            assertThat(accepted(server, TestServer.TOKEN, 3)).isEqualTo(2);
            users(server, "second").isError(429);
            assertThat(accepted(server, "other", 3)).isEqualTo(2);
        }
    }

    @Test
    void each_caller_can_have_another_rate_or_none() {
        ScimServlet servlet = builder()
                .requestRate(caller -> caller.equals(OTHER) ? RequestRate.UNLIMITED : new RequestRate(1, 1))
                .build();
        try (TestServer server = TestServer.start("/", "/scim/v2/*", servlet)) {
            assertThat(accepted(server, "other", 200)).isEqualTo(200);
            assertThat(accepted(server, TestServer.TOKEN, 2)).isEqualTo(1);
        }
    }

    @Test
    void strangers_who_read_the_configuration_are_told_apart_by_their_address() {
        ScimServlet servlet = builder()
                .requestRate(new RequestRate(1, 1))
                .trustedProxies("127.0.0.1")
                .build();
        try (TestServer server = TestServer.start("/", "/scim/v2/*", servlet)) {
            String open = "GET /scim/v2/ServiceProviderConfig HTTP/1.1\nHost: x\nX-Forwarded-For: ";
            assertThat(server.wire().send(open + "192.0.2.1").status()).isEqualTo(200);
            server.wire().send(open + "192.0.2.1").isError(429);
            assertThat(server.wire().send(open + "192.0.2.2").status()).isEqualTo(200);
            assertThat(users(server, TestServer.TOKEN).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-1, 1", "1000001, 1", "1, 1000001"})
    void a_rate_that_is_none_is_refused(int perSecond, int burst) {
        assertThatThrownBy(() -> new RequestRate(perSecond, burst))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 1000000");
    }
}
