package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7644 §2, RFC 6750, RFC 7617. */
class AuthenticationTest {
    private static final String CHALLENGE = "Bearer realm=\"SCIM\", Basic realm=\"SCIM\", charset=\"UTF-8\"";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Answer users(String... headers) {
        return server.wire().send("GET /scim/v2/Users HTTP/1.1\nHost: x\n" + String.join("\n", headers));
    }

    private static String basic(String userPassword) {
        return Base64.getEncoder().encodeToString(userPassword.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER ", "Bearer   ", "Bearer\t", ""})
    void a_token_is_taken_with_the_scheme_in_any_case_and_without_it(String scheme) {
        assertThat(users("Authorization: " + scheme + TestServer.TOKEN).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic ", "basic ", "BASIC  "})
    void a_user_name_and_a_password_with_colon_and_umlaut_are_taken(String scheme) {
        assertThat(users("Authorization: " + scheme + basic("okta:" + TestServer.PASSWORD))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void without_credentials_the_challenge_has_no_error_code() {
        Answer answer = users().isError(401);
        assertThat(answer.all("WWW-Authenticate")).containsExactly(CHALLENGE);
        assertThat(answer.detail()).contains("missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization:", "Authorization:   "})
    void an_empty_header_is_none(String header) {
        assertThat(users(header).isError(401).header("WWW-Authenticate")).contains(CHALLENGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "wrong", "Bearer the-token-of-the-test", "Bearer the-token-of-the-testsX"})
    void a_wrong_token_is_an_invalid_token(String value) {
        Answer answer = users("Authorization: " + value).isError(401);
        assertThat(answer.header("WWW-Authenticate"))
                .contains("Bearer realm=\"SCIM\", error=\"invalid_token\", Basic realm=\"SCIM\", charset=\"UTF-8\"");
        assertThat(answer.body()).doesNotContain("wrong").doesNotContain("the-token");
    }

    @Test
    void a_wrong_password_and_a_wrong_user_get_the_same_answer() {
        Answer password = users("Authorization: Basic " + basic("okta:wrong")).isError(401);
        Answer user = users("Authorization: Basic " + basic("nobody:" + TestServer.PASSWORD))
                .isError(401);
        assertThat(user.detail()).isEqualTo(password.detail());
        assertThat(user.header("WWW-Authenticate"))
                .isEqualTo(password.header("WWW-Authenticate"))
                .contains(CHALLENGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Basic",
                "Basic !!!",
                "Basic b2t0YQ==",
                "Basic /////w==",
                "Digest username=\"okta\"",
                "Negotiate abc",
                "one two three"
            })
    void what_cannot_be_verified_is_refused(String value) {
        assertThat(users("Authorization: " + value).isError(401).header("WWW-Authenticate"))
                .isPresent();
    }

    @Test
    void the_password_of_one_is_no_token_and_a_token_no_password() {
        users("Authorization: Bearer " + TestServer.PASSWORD.replace('ö', 'o')).isError(401);
        users("Authorization: Basic " + basic("okta:" + TestServer.TOKEN)).isError(401);
        users("Authorization: Basic " + basic(":" + TestServer.TOKEN)).isError(401);
    }

    @Test
    void two_headers_are_refused_even_if_one_is_right() {
        Answer answer = users("Authorization: Bearer " + TestServer.TOKEN, "Authorization: Bearer wrong")
                .isError(400);
        assertThat(answer.header("WWW-Authenticate").orElseThrow()).contains("error=\"invalid_request\"");
    }

    @Test
    void a_token_in_the_query_is_not_looked_at() {
        server.wire()
                .send("GET /scim/v2/Users?access_token=" + TestServer.TOKEN + " HTTP/1.1\nHost: x")
                .isError(401);
    }

    @Test
    void strangers_are_not_told_what_else_is_wrong() {
        server.wire().send("GET /scim/v2/Users?filter=% HTTP/1.1\nHost: x").isError(401);
        server.wire()
                .send("POST /scim/v2/Users HTTP/1.1\nHost: x\nContent-Type: text/plain\nContent-Encoding: gzip", "x")
                .isError(401);
    }

    @Test
    void an_unknown_endpoint_is_not_told_to_strangers() {
        server.wire().send("GET /scim/v2/Nothing HTTP/1.1\nHost: x").isError(401);
    }

    @Test
    void the_configuration_is_open_and_nothing_else() {
        String open = "GET /scim/v2/ServiceProviderConfig HTTP/1.1\nHost: x";
        assertThat(server.wire().send(open).body()).contains("authenticationSchemes");
        assertThat(server.wire().send(open.replace("GET", "HEAD")).status()).isEqualTo(200);
        assertThat(server.wire().send(open + "\nAuthorization: ").status()).isEqualTo(200);
        server.wire().send(open.replace("GET", "DELETE")).isError(401);
        server.wire().send(open.replace("Config HTTP", "Config/x HTTP")).isError(401);
        server.wire().send("GET /scim/v2/Schemas HTTP/1.1\nHost: x").isError(401);
    }

    @Test
    void whoever_sends_credentials_for_the_configuration_learns_that_they_are_wrong() {
        server.wire()
                .send("GET /scim/v2/ServiceProviderConfig HTTP/1.1\nHost: x\nAuthorization: Bearer wrong")
                .isError(401);
    }

    @Test
    void the_configuration_can_be_closed() {
        ScimServlet closed = TestServer.servlet(TestServer.rollcall(b -> b))
                .openServiceProviderConfig(false)
                .build();
        try (TestServer other = TestServer.start("/", "/*", closed)) {
            other.wire().send("GET /ServiceProviderConfig HTTP/1.1\nHost: x").isError(401);
            assertThat(other.as("GET /ServiceProviderConfig").status()).isEqualTo(200);
        }
    }
}
