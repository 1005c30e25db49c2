package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.USER;
import static dev.rollcall.conformance.server.Scim.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.ScimServer;
import dev.rollcall.conformance.server.StrictServer;
import dev.rollcall.scim.protocol.Options;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7644 §2, §3.1, §3.2, §3.8 and §3.13: messages, endpoints and formats. */
@ExtendWith(StrictServer.class)
class MessageTest {
    @Test
    @Tag("R-7644-1.3-01")
    @Tag("R-7644-3.13-01")
    @Tag("R-7644-3.13-03")
    void the_base_url_has_any_path_and_no_query(Scim scim) {
        assertThat(scim.baseUrl()).endsWith("/scim/v2");
        assertThat(scim.get("/Users?count=1").at("/totalResults")).isEqualTo("0");
        Answer created = scim.post("/Users?attributes=userName", userBody("ann", ""));
        assertThat(created.header("Location")).isEqualTo(scim.baseUrl() + "/Users/" + created.id());
        for (String path : List.of("/scim/tenant/v2", "/scim", "")) {
            try (ScimServer server = ScimServer.startAt(path + "/*")) {
                Scim there = server.newTenant();
                Answer answer = there.post("/Users", userBody("ann", ""));
                assertThat(answer.header("Location")).isEqualTo(there.baseUrl() + "/Users/" + answer.id());
                assertThat(there.baseUrl()).endsWith(path);
            }
        }
    }

    @Test
    @Tag("R-7644-2-01")
    @Tag("R-6750-3-01")
    @Tag("R-7617-2-01")
    void a_401_says_which_schemes_there_are(Scim scim) {
        for (String authorization : List.of("", "Bearer wrong", "Basic d3Jvbmc6d3Jvbmc=", "Digest x")) {
            Answer answer = scim.get("/Users", "Authorization: " + authorization);
            assertThat(answer.status()).isEqualTo(401);
            String challenge = String.join(", ", answer.headers().allValues("WWW-Authenticate"));
            assertThat(challenge)
                    .contains("Bearer realm=\"")
                    .contains("Basic realm=\"")
                    .contains("charset=\"UTF-8\"");
        }
    }

    @Test
    @Tag("R-7644-2-03")
    @Tag("R-7644-7.7-02")
    @Tag("R-7644-2-02")
    @Tag("R-7644-6-01")
    @Tag("R-7644-6.1-01")
    void credentials_decide_whose_resources_a_request_is_about(ScimServer server) {
        Scim okta = server.client("m1.okta");
        Scim entra = server.client("m1.entra");
        String id = okta.user("ann");
        assertThat(okta.get("/Users/" + id).status()).isEqualTo(200);
        assertThat(entra.get("/Users/" + id).status()).isEqualTo(404);
        assertThat(entra.delete("/Users/" + id).status()).isEqualTo(404);
        assertThat(server.client("m2.okta").get("/Users/" + id).status()).isEqualTo(404);
    }

    @Test
    @Tag("R-7644-2-05")
    @Tag("R-7644-7.6-01")
    void nobody_creates_anything_without_credentials(Scim scim) {
        assertThat(scim.post("/Users", userBody("ann", ""), "Authorization: ").status())
                .isEqualTo(401);
        assertThat(scim.get("/Users").at("/totalResults")).isEqualTo("0");
    }

    @Test
    @Tag("R-7644-3.1-01")
    @Tag("R-7644-3.8-02")
    @Tag("R-7644-3.8-03")
    @Tag("R-7644-3.8-04")
    @Tag("R-7644-3.8-07")
    @Tag("R-7644-8.1-01")
    void every_body_is_scim_json_whatever_is_accepted(Scim scim) {
        String user = "/Users/" + scim.user("ann");
        for (String accept : List.of(
                "", "application/scim+json", "application/json", "*/*", "text/html", "application/scim+json;q=0")) {
            for (String target : List.of(user, "/Users", "/Schemas", "/ServiceProviderConfig", "/Users/none")) {
                Answer answer = scim.get(target, "Accept: " + accept);
                assertThat(answer.header("Content-Type"))
                        .as(accept + " " + target)
                        .startsWith("application/scim+json");
                assertThat(answer.json().path("schemas").size()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/scim+json",
                "application/json",
                "application/scim+json; charset=utf-8",
                "Application/JSON;charset=UTF-8",
                "application/scim+json;version=2"
            })
    @Tag("R-7644-3.8-05")
    void both_types_are_taken_with_parameters(String type, Scim scim) {
        assertThat(scim.post("/Users", userBody("ann", ""), "Content-Type: " + type)
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "application/scim+json; charset=latin1"
            })
    @Tag("R-7644-3.8-05")
    void other_types_are_415(String type, Scim scim) {
        assertThat(scim.post("/Users", userBody("ann", ""), "Content-Type: " + type)
                        .status())
                .isEqualTo(415);
        assertThat(scim.get("/Users").at("/totalResults")).isEqualTo("0");
    }

    @Test
    @Tag("R-7644-3.8-01")
    void json_is_utf_8_both_ways(Scim scim) {
        byte[] body = Scim.json(userBody("zoë.石", "'displayName':'Zoë 石𝄞'")).getBytes(StandardCharsets.UTF_8);
        Answer created = scim.send("POST", "/Users", body, "Content-Type: application/scim+json");
        assertThat(created.at("/displayName")).isEqualTo("Zoë 石𝄞");
        byte[] latin = Scim.json(userBody("zoë", "")).getBytes(StandardCharsets.ISO_8859_1);
        Answer refused = scim.send("POST", "/Users", latin, "Content-Type: application/scim+json");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.scimType()).isEqualTo("invalidSyntax");
    }

    @Test
    @Tag("R-7644-3.8-06")
    void a_suffix_chooses_no_format(Scim scim) {
        assertThat(scim.get("/Users.scim").status()).isEqualTo(404);
        assertThat(scim.get("/Users/" + scim.user("ann") + ".scim").status()).isEqualTo(404);
    }

    @Test
    @Tag("R-7644-3.1-05")
    void an_answer_is_what_was_understood_and_no_echo(Scim scim) {
        Answer created = scim.post(
                "/Users",
                "{'SCHEMAS':['" + USER.toUpperCase(Locale.ROOT) + "'],'USERNAME':'ann','title':null,'emails':[],"
                        + "'id':'x','roles':[{'value':'r'},{'value':'r'}]}");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.all("schemas")).containsExactly(USER);
        assertThat(created.has("userName")).isTrue();
        assertThat(created.has("title")).isFalse();
        assertThat(created.all("roles.value")).containsExactly("r");
        assertThat(scim.get("/Users/" + created.id()).json()).isEqualTo(created.json());
    }

    @Test
    @Tag("R-7644-3.1-06")
    @Tag("DEC-08")
    @Tag("R-7644-3.5.2-24")
    void an_unknown_attribute_is_refused_under_strict_and_passed_over_by_default(Scim strict) {
        Answer refused = strict.post("/Users", userBody("ann", "'favouriteColour':'red'"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.scimType()).isEqualTo("invalidSyntax");
        assertThat(refused.detail()).contains("favouriteColour");
        try (ScimServer server = ScimServer.start(b -> b.options(Options.DEFAULT))) {
            Scim scim = server.newTenant();
            Answer created = scim.post("/Users", userBody("ann", "'favouriteColour':'red'"));
            assertThat(created.status()).isEqualTo(201);
            assertThat(created.has("favouriteColour")).isFalse();
            Answer path = scim.patch("/Users/" + created.id(), "{'op':'add','path':'favouriteColour','value':'red'}");
            assertThat(path.scimType()).isEqualTo("invalidPath");
            Answer value = scim.patch("/Users/" + created.id(), "{'op':'add','value':{'favouriteColour':'red'}}");
            assertThat(value.status()).isEqualTo(200);
        }
    }

    @Test
    @Tag("R-7644-3.2-02")
    @Tag("R-7644-3.5.1-01")
    void put_never_creates(Scim scim) {
        assertThat(scim.put("/Users/mine", userBody("ann", "")).status()).isEqualTo(404);
        assertThat(scim.get("/Users").at("/totalResults")).isEqualTo("0");
    }

    @Test
    @Tag("R-7644-3.2-01")
    @Tag("R-7644-3.2-03")
    void the_endpoints_are_where_they_belong(Scim scim) {
        for (String endpoint :
                List.of("/Users", "/Groups", "/Gauges", "/ServiceProviderConfig", "/ResourceTypes", "/Schemas", "/")) {
            assertThat(scim.get(endpoint).status()).as(endpoint).isEqualTo(200);
        }
        for (String endpoint : List.of("", "/Users", "/Groups", "/Gauges")) {
            assertThat(scim.search(endpoint, "").status()).as(endpoint).isEqualTo(200);
        }
        assertThat(scim.get("/Bulk").status()).isEqualTo(405);
        assertThat(scim.get("/Me").status()).isEqualTo(501);
    }

    @Test
    @Tag("R-7644-3.2-05")
    @Tag("R-9110-15.5.6-01")
    @Tag("R-7644-3.3-09")
    @Tag("R-7644-3.6-10")
    void the_wrong_method_is_405_with_those_that_work(Scim scim) {
        String user = "/Users/" + scim.user("ann");
        for (var one : List.of(
                List.of("PUT", "/Users"),
                List.of("PATCH", "/Users"),
                List.of("DELETE", "/Users"),
                List.of("POST", user))) {
            Answer answer = scim.send(one.get(0), one.get(1), "{}".getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).as(one.toString()).isEqualTo(405);
            assertThat(List.of(answer.header("Allow").split(", ?")))
                    .contains("GET")
                    .doesNotContain(one.get(0));
            assertThat(answer.at("/status")).isEqualTo("405");
        }
        assertThat(scim.get(user).status()).isEqualTo(200);
    }

    @Test
    @Tag("R-7644-3.2-06")
    void a_method_in_a_header_is_not_believed(Scim scim) {
        String user = "/Users/" + scim.user("ann");
        for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            assertThat(scim.get(user, header + ": DELETE").status()).isEqualTo(200);
            assertThat(scim.post(user, "{}", header + ": DELETE").status()).isEqualTo(405);
        }
        assertThat(scim.get(user).status()).isEqualTo(200);
    }

    @Test
    @Tag("R-7644-3.2-07")
    void head_is_get_without_a_body(Scim scim) {
        String user = "/Users/" + scim.user("ann");
        Answer get = scim.get(user);
        Answer head = scim.send("HEAD", user, null);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        for (String name : List.of("ETag", "Content-Type", "Location", "Content-Location")) {
            assertThat(head.header(name)).as(name).isEqualTo(get.header(name));
        }
        assertThat(scim.send("HEAD", "/Users/none", null).status()).isEqualTo(404);
        assertThat(scim.send("OPTIONS", user, null).status()).isLessThan(300);
    }

    @Test
    @Tag("R-7644-3.2-08")
    void endpoints_have_case_and_ids_are_decoded_once(Scim scim) {
        String id = scim.user("ann");
        assertThat(scim.get("/users/" + id).status()).isEqualTo(404);
        assertThat(scim.get("/Users/" + id + "/").status()).isEqualTo(200);
        assertThat(scim.get("/Users/").status()).isEqualTo(200);
        String encoded = "%" + Integer.toHexString(id.charAt(0)) + id.substring(1);
        assertThat(scim.get("/Users/" + encoded).id()).isEqualTo(id);
        assertThat(scim.get("/Users/" + encoded.replace("%", "%25")).status()).isEqualTo(404);
    }
}
