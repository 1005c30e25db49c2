package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.protocol.AuthenticationScheme;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What is told about authentication is what is done: RFC 7643 §5, RFC 6750, RFC 7644 §2. */
class SchemesTest {
    private static final String CONFIGURATION = "GET /scim/v2/ServiceProviderConfig HTTP/1.1\nHost: x";

    private static TestServer with(Authenticator authenticator) {
        return TestServer.start(
                "/",
                "/scim/v2/*",
                TestServer.servlet(TestServer.rollcall(b -> b.documentationUri("https://example.com/scim")))
                        .authenticator(authenticator)
                        .build());
    }

    private static String basic() {
        return "Basic "
                + Base64.getEncoder().encodeToString(("okta:" + TestServer.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tokens_and_passwords_are_told_with_their_specifications() {
        try (TestServer server = with(CredentialAuthenticator.of(TestServer.credentials()))) {
            assertThat(server.wire().send(CONFIGURATION).body())
                    .contains("\"documentationUri\":\"https://example.com/scim\"")
                    .contains("\"authenticationSchemes\":[{\"type\":\"oauthbearertoken\",")
                    .contains("\"specUri\":\"https://www.rfc-editor.org/info/rfc6750\",\"primary\":true},"
                            + "{\"type\":\"httpbasic\",")
                    .contains("\"specUri\":\"https://www.rfc-editor.org/info/rfc7617\",\"primary\":false}]");
        }
    }

    @Test
    void without_passwords_they_are_neither_told_nor_offered_nor_taken() {
        try (TestServer server =
                with(CredentialAuthenticator.of(TestServer.credentials()).tokensOnly())) {
            assertThat(server.wire().send(CONFIGURATION).body())
                    .contains("oauthbearertoken")
                    .doesNotContain("httpbasic");
            String users = "GET /scim/v2/Users HTTP/1.1\nHost: x\nAuthorization: ";
            assertThat(server.wire().send(users).isError(401).header("WWW-Authenticate"))
                    .contains("Bearer realm=\"SCIM\"");
            assertThat(server.wire().send(users + basic()).isError(401).header("WWW-Authenticate"))
                    .contains("Bearer realm=\"SCIM\"");
            assertThat(server.as("GET /scim/v2/Users").status()).isEqualTo(200);
        }
    }

    @Test
    void an_authenticator_of_the_host_tells_its_own() {
        Authenticator own = request -> TestServer.CALLER;
        AuthenticationScheme oauth = AuthenticationScheme.OAUTH2
                .withDocumentationUri("https://example.com/oauth")
                .asPrimary();
        try (TestServer server = with(own.telling(oauth))) {
            assertThat(server.wire().send(CONFIGURATION).body())
                    .contains("\"authenticationSchemes\":[{\"type\":\"oauth2\"")
                    .contains("\"documentationUri\":\"https://example.com/oauth\",\"primary\":true}]");
        }
        try (TestServer server = with(own)) {
            assertThat(server.wire().send(CONFIGURATION).body()).contains("\"authenticationSchemes\":[]");
        }
    }

    @Test
    void a_type_that_the_rfc_does_not_have_is_refused() {
        assertThatThrownBy(() -> new AuthenticationScheme("mtls", "a", "b", null, null, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("oauthbearertoken");
    }

    @Test
    void documentation_that_is_not_on_the_web_is_refused() {
        assertThatThrownBy(() -> TestServer.rollcall(b -> b.documentationUri("file:/etc/passwd")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TestServer.rollcall(b -> b.documentationUri("scim.html")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_authenticator_of_the_host_can_say_what_is_wrong_with_a_token() {
        String challenge = "Bearer realm=\"SCIM\"";
        try (TestServer server = with(request -> {
            throw switch (String.valueOf(request.getHeader("X-Case"))) {
                case "missing" -> BearerErrors.missing("A token is missing");
                case "invalid" -> BearerErrors.invalidToken("The token has expired");
                case "request" -> BearerErrors.invalidRequest("There are two tokens");
                default -> BearerErrors.insufficientScope("The token is for reading only", "scim.read scim.write");
            };
        })) {
            assertThat(server.as("GET /scim/v2/Users", "X-Case: missing")
                            .isError(401)
                            .header("WWW-Authenticate"))
                    .contains(challenge);
            assertThat(server.as("GET /scim/v2/Users", "X-Case: invalid")
                            .isError(401)
                            .header("WWW-Authenticate"))
                    .contains(challenge + ", error=\"invalid_token\"");
            assertThat(server.as("GET /scim/v2/Users", "X-Case: request")
                            .isError(400)
                            .header("WWW-Authenticate"))
                    .contains(challenge + ", error=\"invalid_request\"");
            assertThat(server.as("GET /scim/v2/Users", "X-Case: scope")
                            .isError(403)
                            .header("WWW-Authenticate"))
                    .contains(challenge + ", error=\"insufficient_scope\", scope=\"scim.read scim.write\"");
        }
        assertThatThrownBy(() -> BearerErrors.insufficientScope("x", "a\" b"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_token_in_the_url_is_refused_even_beside_a_right_one() {
        try (TestServer server = with(CredentialAuthenticator.of(TestServer.credentials()))) {
            Answer twice = server.as("GET /scim/v2/Users?access_token=" + TestServer.TOKEN)
                    .isError(400);
            assertThat(twice.header("WWW-Authenticate").orElseThrow()).contains("error=\"invalid_request\"");
            assertThat(twice.body()).doesNotContain(TestServer.TOKEN);
            Answer alone = server.wire()
                    .send("GET /scim/v2/Users?access_token=" + TestServer.TOKEN + " HTTP/1.1\nHost: x")
                    .isError(401);
            assertThat(alone.header("WWW-Authenticate").orElseThrow()).doesNotContain("error=");
        }
    }

    @Test
    void a_credential_is_valid_until_its_end_and_no_longer() {
        Instant end = Instant.parse("2026-01-02T03:04:05Z");
        AtomicReference<Instant> now = new AtomicReference<>(end.minusMillis(1));
        FixedCredentials credentials = FixedCredentials.builder()
                .clock(now::get)
                .token(TestServer.TOKEN, TestServer.CALLER, end)
                .userPassword("okta", TestServer.PASSWORD, TestServer.CALLER, end)
                .token("for-ever", TestServer.CALLER)
                .build();
        try (TestServer server = with(CredentialAuthenticator.of(credentials))) {
            String users = "GET /scim/v2/Users HTTP/1.1\nHost: x\nAuthorization: ";
            assertThat(server.as("GET /scim/v2/Users").status()).isEqualTo(200);
            assertThat(server.wire().send(users + basic()).status()).isEqualTo(200);
            now.set(end);
            assertThat(server.as("GET /scim/v2/Users")
                            .isError(401)
                            .header("WWW-Authenticate")
                            .orElseThrow())
                    .contains("error=\"invalid_token\"");
            server.wire().send(users + basic()).isError(401);
            assertThat(server.wire().send(users + "for-ever").status()).isEqualTo(200);
        }
    }
}
