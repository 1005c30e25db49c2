package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.ScimServer;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.provisioning.provider.RequestRate;
import dev.rollcall.scim.servlet.AccessLog;
import dev.rollcall.scim.servlet.CredentialAuthenticator;
import dev.rollcall.scim.servlet.FixedCredentials;
import dev.rollcall.scim.servlet.ScimServletBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** RFC 7644 §7, RFC 6750 §5, RFC 7617 §4: what a server on the open internet does. */
class OperationTest {
    private static ScimServer limited(UnaryOperator<ScimServletBuilder> servlet) {
        return ScimServer.start(b -> b, servlet);
    }

    @Test
    @Tag("R-9865-5.3-01")
    @Tag("IPSIE-4.3-01")
    void a_provider_has_a_rate_and_is_told_when_to_come_again() {
        assertThat(RequestRate.DEFAULT.perSecond()).isGreaterThanOrEqualTo(25);
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        try (ScimServer server = limited(s -> s.clock(() -> now).requestRate(new RequestRate(25, 30)))) {
            Scim scim = server.newTenant();
            for (int i = 0; i < 30; i++) {
                assertThat(scim.get("/Users").status()).isEqualTo(200);
            }
            Answer refused = scim.get("/Users");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.at("/status")).isEqualTo("429");
            assertThat(refused.header("Retry-After")).matches("[1-9]\\d*");
            assertThat(server.newTenant().get("/Users").status()).isEqualTo(200);
            JsonNode config = server.newTenant().get("/ServiceProviderConfig").json();
            assertThat(config.at("/bulk/supported").asBoolean()).isTrue();
            assertThat(config.at("/pagination/maxPageSize").asInt()).isPositive();
        }
    }

    @Test
    @Tag("R-7644-7.7-01")
    void guessing_is_slowed_down() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        try (ScimServer server = limited(s -> s.clock(() -> now).failedLogIns(3, Duration.ofMinutes(1)))) {
            Scim scim = server.newTenant();
            for (int i = 0; i < 3; i++) {
                assertThat(scim.get("/Users", "Authorization: Bearer wrong" + i).status())
                        .isEqualTo(401);
            }
            Answer refused = scim.get("/Users", "Authorization: Bearer wrong9");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).matches("[1-9]\\d*");
        }
    }

    @Test
    @Tag("R-7644-7.4-02")
    @Tag("R-6750-5.2-01")
    void a_credential_ends_when_it_is_meant_to() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
        FixedCredentials credentials = FixedCredentials.builder()
                .clock(now::get)
                .token(
                        "short-lived",
                        Caller.ofProvider("acme", "okta", "okta"),
                        now.get().plusSeconds(60))
                .build();
        try (ScimServer server = limited(s -> s.authenticator(CredentialAuthenticator.of(credentials)))) {
            Scim scim = server.client("short-lived");
            assertThat(scim.get("/Users").status()).isEqualTo(200);
            now.set(now.get().plusSeconds(61));
            Answer late = scim.get("/Users");
            assertThat(late.status()).isEqualTo(401);
            assertThat(late.header("WWW-Authenticate")).contains("invalid_token");
        }
    }

    @Test
    @Tag("R-7617-4-01")
    void what_came_without_tls_can_be_refused() {
        try (ScimServer server = limited(s -> s.httpsOnly(true).trustedProxies("127.0.0.1"))) {
            Scim scim = server.newTenant();
            assertThat(scim.get("/Users").status()).isEqualTo(403);
            assertThat(scim.get("/Users", "Forwarded: for=192.0.2.1;proto=http").status())
                    .isEqualTo(403);
            assertThat(scim.get("/Users", "Forwarded: for=192.0.2.1;proto=https")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    @Tag("R-7644-7.5.2-02")
    @Tag("R-7643-4.1.1-11")
    void no_log_has_query_values_bodies_or_credentials() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger("ROOT");
        Level before = root.getLevel();
        root.setLevel(Level.INFO);
        root.addAppender(log);
        log.start();
        try (ScimServer server = ScimServer.start(
                b -> b.ids(() -> {
                    throw new IllegalStateException("a failure of the server");
                }),
                s -> s.accessLog(AccessLog.create()))) {
            Scim scim = server.newTenant();
            scim.get("/Users?filter=userName eq 'personal-value'");
            scim.get("/Users?filter=personal-value");
            scim.get("/Users", "Authorization: Bearer personal-value");
            scim.post("/Users", userBody("personal-value", "'password':'personal-value'"));
            scim.post("/Users", "personal-value");
        } finally {
            root.detachAppender(log);
            root.setLevel(before);
        }
        assertThat(log.list).hasSizeGreaterThan(4);
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("personal-value"));
    }

    @Test
    @Tag("R-7643-5-05")
    void the_configuration_says_where_people_read_about_it() {
        try (ScimServer server = ScimServer.start(b -> b.documentationUri("https://example.com/provisioning"))) {
            assertThat(server.newTenant().get("/ServiceProviderConfig").at("/documentationUri"))
                    .isEqualTo("https://example.com/provisioning");
        }
        try (ScimServer server = ScimServer.start()) {
            assertThat(server.newTenant().get("/ServiceProviderConfig").has("documentationUri"))
                    .isFalse();
        }
    }

    @Test
    @Tag("R-9110-13.2.2-01")
    void conditions_are_looked_at_in_their_order() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
        try (ScimServer server = ScimServer.start(b -> b.clock(now::get), s -> s.clock(now::get))) {
            Scim scim = server.newTenant();
            Answer created = scim.post("/Users", userBody("ann", ""));
            String user = "/Users/" + created.id();
            now.set(Instant.parse("2026-01-02T00:00:00Z"));
            String early = "Thu, 01 Jan 2015 00:00:00 GMT";
            String late = "Fri, 01 Jan 2027 00:00:00 GMT";
            String match = "If-Match: " + created.version();
            String put = userBody("ann", "");
            // The entity tag decides, and the date beside it is not looked at.
            assertThat(scim.put(user, put, match, "If-Unmodified-Since: " + early)
                            .status())
                    .isEqualTo(200);
            assertThat(scim.put(user, put, "If-Unmodified-Since: " + early).status())
                    .isEqualTo(412);
            assertThat(scim.put(user, put, "If-Unmodified-Since: " + late).status())
                    .isEqualTo(200);
            String past = "If-Modified-Since: Thu, 01 Jan 2026 12:00:00 GMT";
            assertThat(scim.get(user, past).status()).isEqualTo(304);
            assertThat(scim.get(user, "If-None-Match: \"other\"", past).status())
                    .isEqualTo(200);
            assertThat(scim.get(user, "If-None-Match: " + created.version(), "If-Modified-Since: " + early)
                            .status())
                    .isEqualTo(304);
            // If-Match comes first of all: 412 wins over 304.
            assertThat(scim.get(user, "If-Match: \"other\"", "If-None-Match: " + created.version())
                            .status())
                    .isEqualTo(412);
        }
    }
}
