package dev.rollcall.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.StrictServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6750, RFC 7617: credentials over HTTP. */
@ExtendWith(StrictServer.class)
class HttpAuthenticationTest {
    private static String basic(String userAndPassword) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "BEARER", "bEaReR"})
    @Tag("R-6750-2.1-01")
    void a_bearer_token_is_taken_from_the_header(String scheme, Scim scim) {
        assertThat(scim.get("/Users", "Authorization: " + scheme + " acme.okta").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token=acme.okta", "token=acme.okta", "access_token=acme.okta&count=1"})
    @Tag("R-6750-2.3-01")
    void a_token_in_the_query_is_refused(String query, Scim scim) {
        Answer answer = scim.get("/Users?" + query, "Authorization: ");
        assertThat(answer.status()).isIn(400, 401);
        assertThat(answer.text()).doesNotContain("acme.okta");
    }

    @Test
    @Tag("R-6750-3-02")
    void without_credentials_there_is_no_error_code(Scim scim) {
        Answer answer = scim.get("/Users", "Authorization: ");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).doesNotContain("error=");
    }

    @Test
    @Tag("R-6750-3.1-01")
    void a_wrong_token_is_invalid_token_and_two_are_an_invalid_request(Scim scim) {
        Answer wrong = scim.get("/Users", "Authorization: Bearer wrong");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        Answer two = scim.get("/Users", "Authorization: Bearer acme.okta", "Authorization: Bearer acme.okta");
        assertThat(two.status()).isEqualTo(400);
        assertThat(two.header("WWW-Authenticate")).contains("error=\"invalid_request\"");
    }

    @Test
    @Tag("R-6750-2.3-02")
    void no_answer_is_kept_by_a_cache(Scim scim) {
        String user = "/Users/" + scim.user("ann");
        for (Answer answer :
                List.of(scim.get(user), scim.get("/Users"), scim.get("/Users/none"), scim.get("/Schemas"))) {
            assertThat(answer.header("Cache-Control")).contains("no-store");
        }
    }

    @Test
    @Tag("R-7617-2-02")
    void a_password_may_have_colons_and_any_character(Scim scim) {
        // The password of the tests says whose it is, so a third part with a colon reaches it whole.
        assertThat(scim.get("/Users", basic("okta:acme.okta.a:b:c")).status()).isEqualTo(200);
        assertThat(scim.get("/Users", basic("zoë:acme.okta.wört")).status()).isEqualTo(200);
        assertThat(scim.get("/Users", basic("no-colon")).status()).isEqualTo(401);
        assertThat(scim.get("/Users", "Authorization: Basic !!!").status()).isEqualTo(401);
    }
}
