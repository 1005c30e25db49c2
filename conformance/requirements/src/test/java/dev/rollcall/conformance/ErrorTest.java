package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.USER;
import static dev.rollcall.conformance.server.Scim.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.ScimServer;
import dev.rollcall.conformance.server.StrictServer;
import dev.rollcall.scim.codec.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** RFC 7644 §3.12: errors. */
@ExtendWith(StrictServer.class)
class ErrorTest {
    private static void isError(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/scim+json");
        JsonNode error = answer.json();
        assertThat(error.path("schemas").toString()).isEqualTo("[\"" + Scim.MESSAGES + "Error\"]");
        assertThat(error.path("status").isTextual()).isTrue();
        assertThat(error.path("status").asText()).isEqualTo(Integer.toString(status));
        assertThat(error.path("detail").asText()).isNotBlank();
    }

    @Test
    @Tag("R-7644-3.12-01")
    @Tag("R-7644-3.12-02")
    @Tag("R-7644-3.12-03")
    @Tag("R-7644-3.12-04")
    @Tag("R-7644-3.2-04")
    @Tag("R-7644-3.8-08")
    void every_error_has_a_body_with_its_status_as_a_string(Scim scim) {
        String user = "/Users/" + scim.user("ann");
        isError(scim.get("/Nothing"), 404);
        isError(scim.get("/Users/none"), 404);
        isError(scim.get("/" + "Users/a/b/c"), 404);
        isError(scim.get("/Users", "Authorization: "), 401);
        isError(scim.get("/Users", "Authorization: Bearer wrong"), 401);
        isError(scim.get("/Schemas?filter=id pr"), 403);
        isError(scim.delete("/Users"), 405);
        isError(scim.post("/Users", userBody("ann", "")), 409);
        isError(scim.put(user, userBody("ann", ""), "If-Match: \"x\""), 412);
        isError(scim.post("/Users", userBody("bob", ""), "Content-Type: text/plain"), 415);
        isError(scim.post("/Users", "{"), 400);
        isError(scim.post("/Users", "[]"), 400);
        isError(scim.get("/Users?filter=x"), 400);
        isError(scim.get("/Me"), 501);
        isError(scim.send("BREW", "/Users", null), 405);
    }

    @Test
    @Tag("R-7644-3.12-04")
    void a_body_that_is_too_large_is_413() {
        var limits = Limits.DEFAULT.withMaxBytes(1000);
        try (ScimServer server = ScimServer.start(b -> b.limits(limits))) {
            Scim scim = server.newTenant();
            Answer large = scim.post("/Users", userBody("ann", "'title':'" + "x".repeat(2000) + "'"));
            isError(large, 413);
            assertThat(large.detail()).contains("1000");
            assertThat(scim.get("/Users").at("/totalResults")).isEqualTo("0");
        }
    }

    @Test
    @Tag("R-7643-9.3-01")
    @Tag("R-7644-3.12-05")
    @Tag("DEC-04")
    @Tag("R-7644-6-02")
    void what_a_caller_may_not_see_is_404(ScimServer server) {
        Scim acme = server.newTenant();
        Scim other = server.newTenant();
        String user = "/Users/" + acme.user("ann");
        isError(other.get(user), 404);
        isError(other.put(user, userBody("x", "")), 404);
        isError(other.patch(user, "{'op':'remove','path':'title'}"), 404);
        isError(other.delete(user), 404);
        assertThat(other.get(user).detail()).isEqualTo(other.get(user).detail());
        assertThat(other.get("/Users").at("/totalResults")).isEqualTo("0");
        assertThat(other.get("/Users?filter=userName eq 'ann'").at("/totalResults"))
                .isEqualTo("0");
        String group = other.group("Guides");
        Answer foreign = other.patch(
                "/Groups/" + group,
                "{'op':'add','path':'members','value':[{'value':'" + user.substring("/Users/".length()) + "'}]}");
        isError(foreign, 400);
        assertThat(other.user("ann")).isNotEmpty();
        assertThat(acme.get(user).status()).isEqualTo(200);
    }

    @Test
    @Tag("R-7644-3.12-08")
    @Tag("R-7644-3.12-10")
    @Tag("R-7644-3.12-11")
    @Tag("R-7644-3.12-12")
    @Tag("R-7644-3.12-13")
    @Tag("R-7644-3.12-14")
    @Tag("R-7644-3.12-15")
    @Tag("DEC-01")
    @Tag("DEC-11")
    void each_condition_has_its_keyword(Scim scim) {
        scim.user("ann");
        String user = "/Users/" + scim.user("bob");
        String remove = "{'op':'remove','path':";
        for (var one : List.of(
                List.of("invalidFilter", scim.get("/Users?filter=userName is 'x'")),
                List.of("invalidFilter", scim.search("/Users", "'filter':'active gt true'")),
                List.of("invalidFilter", scim.patch(user, remove + "'emails[value zz 1]'}")),
                List.of("mutability", scim.patch(user, remove + "'id'}")),
                List.of("invalidSyntax", scim.post("/Users", "{'schemas':")),
                List.of("invalidSyntax", scim.put(user, "{}")),
                List.of("invalidSyntax", scim.patchBody(user, "{'Operations':[]}")),
                List.of("invalidPath", scim.patch(user, remove + "'emails[0]'}")),
                List.of("noTarget", scim.patch(user, "{'op':'remove'}")),
                List.of(
                        "noTarget",
                        scim.patch(user, "{'op':'replace','path':'emails[type eq \\\"x\\\"].value','value':'y'}")),
                List.of("invalidValue", scim.patch(user, "{'op':'replace','path':'active','value':'maybe'}")),
                List.of("invalidValue", scim.post("/Users", "{'schemas':['" + USER + "']}")))) {
            Answer answer = (Answer) one.get(1);
            isError(answer, 400);
            assertThat(answer.scimType()).as(answer.text()).isEqualTo(one.get(0));
        }
        for (Answer taken : List.of(
                scim.post("/Users", userBody("ANN", "")),
                scim.put(user, userBody("ann", "")),
                scim.patch(user, "{'op':'replace','path':'userName','value':'ann'}"))) {
            isError(taken, 409);
            assertThat(taken.scimType()).isEqualTo("uniqueness");
        }
    }

    @Test
    @Tag("R-7644-3.12-16")
    @Tag("R-7644-3.13-02")
    void another_version_of_the_protocol_is_refused(Scim scim) {
        for (String version : List.of("v1", "v3")) {
            Answer answer = scim.get("/" + version + "/Users");
            isError(answer, 400);
            assertThat(answer.scimType()).isEqualTo("invalidVers");
        }
    }

    @Test
    @Tag("R-7644-3.12-17")
    @Tag("R-7644-7.5.2-01")
    @Tag("R-7643-4.1.1-16")
    void a_password_in_a_url_is_sensitive(Scim scim) {
        Answer get = scim.get("/Users?filter=password eq 'Tr0ub4dor'");
        isError(get, 403);
        assertThat(get.scimType()).isEqualTo("sensitive");
        assertThat(get.text()).doesNotContain("Tr0ub4dor");
        Answer search = scim.search("/Users", "'filter':'password eq \\\"Tr0ub4dor\\\"'");
        isError(search, 400);
        assertThat(search.scimType()).isEqualTo("invalidFilter");
        assertThat(search.text()).doesNotContain("Tr0ub4dor");
    }

    @Test
    @Tag("R-7644-3.12-18")
    @Tag("R-7644-3.12-04")
    void a_failure_of_the_server_says_nothing_of_its_inside() {
        try (ScimServer server = ScimServer.start(b -> b.ids(() -> {
            throw new IllegalStateException("jdbc:secret://db SELECT * FROM users");
        }))) {
            Answer answer = server.newTenant().post("/Users", userBody("ann", ""));
            isError(answer, 500);
            assertThat(answer.text()).doesNotContain("jdbc", "SELECT", "IllegalState", "dev.rollcall", "\tat ");
            assertThat(answer.detail()).contains(answer.header("X-Request-Id"));
        }
    }

    @Test
    @Tag("R-7644-3.12-19")
    void an_error_repeats_no_password_token_or_body(Scim scim) {
        String secret = "Tr0ub4dor-3-secret";
        for (Answer answer : List.of(
                scim.post("/Users", userBody("", "'password':'" + secret + "'")),
                scim.post("/Users", userBody("ann", "'password':{'value':'" + secret + "'}")),
                scim.post("/Users", "{'schemas':['" + USER + "'],'userName':'ann','password':'" + secret + "'"),
                scim.get("/Users", "Authorization: Bearer " + secret),
                scim.get(
                        "/Users",
                        "Authorization: Basic "
                                + Base64.getEncoder().encodeToString(("u:" + secret).getBytes(StandardCharsets.UTF_8))),
                scim.patch("/Users/none", "{'op':'replace','path':'password','value':'" + secret + "'}"))) {
            assertThat(answer.status()).isBetween(400, 499);
            assertThat(answer.text()).doesNotContain(secret);
        }
    }
}
