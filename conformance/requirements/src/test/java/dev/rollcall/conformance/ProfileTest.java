package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.USER;
import static dev.rollcall.conformance.server.Scim.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.ScimServer;
import dev.rollcall.scim.protocol.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The SCIM interoperability profile, and what the IPSIE profile adds. */
class ProfileTest {
    private static ScimServer interop() {
        return ScimServer.start(b -> b.options(Options.INTEROP));
    }

    @Test
    @Tag("IOP-4-01")
    void only_the_profile_calls_itself_conformant() {
        try (ScimServer server = interop();
                ScimServer strict = ScimServer.start()) {
            JsonNode config = server.newTenant().get("/ServiceProviderConfig").json();
            assertThat(config.path("interopProfileConformant").asBoolean(false)).isTrue();
            assertThat(strict.newTenant()
                            .get("/ServiceProviderConfig")
                            .json()
                            .path("interopProfileConformant")
                            .asBoolean(false))
                    .isFalse();
        }
    }

    @Test
    @Tag("IOP-5.1-01")
    @Tag("IOP-5.1-02")
    @Tag("IOP-5.4-01")
    @Tag("IOP-6.2-01")
    void discovery_is_complete() {
        try (ScimServer server = interop()) {
            Scim scim = server.newTenant();
            assertThat(scim.get("/ServiceProviderConfig").header("Content-Type"))
                    .startsWith("application/scim+json");
            List<String> schemas = scim.get("/Schemas").all("Resources.id");
            for (JsonNode type : scim.get("/ResourceTypes").json().path("Resources")) {
                assertThat(type.path("id")).isEqualTo(type.path("name"));
                assertThat(schemas).contains(type.path("schema").asText());
                for (JsonNode extension : type.path("schemaExtensions")) {
                    assertThat(schemas).contains(extension.path("schema").asText());
                }
            }
            for (JsonNode attribute : scim.get("/Schemas/" + USER).json().path("attributes")) {
                for (JsonNode sub : attribute.path("subAttributes")) {
                    boolean free = Set.of("entitlements", "roles", "x509Certificates")
                            .contains(attribute.path("name").asText());
                    if (sub.path("name").asText().equals("type") && !free) {
                        assertThat(sub.path("canonicalValues").size())
                                .as(attribute.path("name").asText())
                                .isPositive();
                    }
                }
            }
        }
    }

    @Test
    @Tag("IOP-5.2-01")
    @Tag("IOP-6.9-01")
    void filter_and_uniqueness_have_one_case_rule() {
        try (ScimServer server = interop()) {
            Scim scim = server.newTenant();
            String id = scim.user("Ann", "'externalId':'X1'");
            String bob = scim.user("bob");
            assertThat(scim.get("/Users?filter=userName eq 'ANN'").at("/totalResults"))
                    .isEqualTo("1");
            assertThat(scim.get("/Users?filter=externalId eq 'x1'").at("/totalResults"))
                    .isEqualTo("0");
            assertThat(scim.get("/Users?filter=id eq '" + id.toUpperCase(Locale.ROOT) + "'")
                            .at("/totalResults"))
                    .isEqualTo("0");
            for (Answer taken : List.of(
                    scim.post("/Users", userBody("aNN", "")),
                    scim.patch("/Users/" + bob, "{'op':'replace','path':'userName','value':'aNN'}"))) {
                assertThat(taken.status()).isEqualTo(409);
                assertThat(taken.scimType()).isEqualTo("uniqueness");
            }
        }
    }

    @Test
    @Tag("IOP-5.3-01")
    @Tag("IOP-6.3-01")
    void what_is_not_defined_is_refused() {
        try (ScimServer server = interop()) {
            Scim scim = server.newTenant();
            assertThat(scim.post("/Users", userBody("ann", "'colour':'red'")).scimType())
                    .isEqualTo("invalidSyntax");
            assertThat(scim.post("/Users", "{'schemas':['" + USER + "','urn:example:x'],'userName':'ann'}")
                            .scimType())
                    .isEqualTo("invalidSyntax");
            String id = scim.user("ann", "'title':'Guide'");
            Answer patch = scim.patch("/Users/" + id, "{'op':'add','path':'colour','value':'red'}");
            assertThat(patch.status()).isEqualTo(400);
            assertThat(scim.get("/Users?filter=colour eq 'red'").scimType()).isEqualTo("invalidFilter");
            assertThat(scim.get("/Users?filter=userName eq 'ann' and title eq 'Guide'")
                            .at("/totalResults"))
                    .isEqualTo("1");
        }
    }

    @Test
    @Tag("IOP-6.1-01")
    @Tag("IOP-6.6-01")
    void a_resource_has_one_place_and_delete_alone_removes_it() {
        try (ScimServer server = interop()) {
            Scim scim = server.newTenant();
            String id = scim.user("ann");
            assertThat(scim.get("/Users/ann").status()).isEqualTo(404);
            assertThat(scim.patch("/Users/" + id, "{'op':'replace','path':'active','value':false}")
                            .status())
                    .isEqualTo(200);
            assertThat(scim.get("/Users/" + id).json().path("active").asBoolean(true))
                    .isFalse();
            assertThat(scim.delete("/Users/" + id).status()).isEqualTo(204);
            assertThat(scim.get("/Users/" + id).status()).isEqualTo(404);
            assertThat(scim.user("ann")).isNotEqualTo(id);
        }
    }

    @Test
    @Tag("IOP-6.4-01")
    void pages_hold_a_hundred_and_more_is_cut() {
        try (ScimServer server = interop()) {
            JsonNode pagination =
                    server.newTenant().get("/ServiceProviderConfig").json().path("pagination");
            assertThat(pagination.path("defaultPageSize").asInt()).isGreaterThanOrEqualTo(100);
            assertThat(pagination.path("maxPageSize").asInt()).isGreaterThanOrEqualTo(100);
            assertThat(server.newTenant().get("/Users?count=1000000").status()).isEqualTo(200);
        }
    }

    @Test
    @Tag("IOP-6.5-01")
    @Tag("IOP-6.5-02")
    @Tag("DEC-07")
    void patch_names_a_path_and_replaces_a_whole_object() {
        try (ScimServer server = interop();
                ScimServer strict = ScimServer.start()) {
            Scim scim = server.newTenant();
            String name = "'name':{'givenName':'Ann','familyName':'Lee'}";
            String replace = "{'op':'replace','path':'name','value':{'givenName':'Anna'}}";
            String user = "/Users/" + scim.user("ann", name);
            Answer pathless = scim.patch(user, "{'op':'replace','value':{'title':'x'}}");
            assertThat(pathless.status()).isEqualTo(400);
            assertThat(pathless.scimType()).isEqualTo("invalidSyntax");
            assertThat(scim.patch(user, replace).json().path("name").size()).isEqualTo(1);
            assertThat(scim.patch(user, "{'op':'add','path':'name','value':{'familyName':'Lo'}}")
                            .json()
                            .path("name")
                            .size())
                    .isEqualTo(2);
            assertThat(scim.patch(user, "{'op':'add','path':'title','value':'a'}")
                            .at("/title"))
                    .isEqualTo("a");
            assertThat(scim.patch(user, "{'op':'replace','path':'title','value':'b'}")
                            .at("/title"))
                    .isEqualTo("b");

            Scim other = strict.newTenant();
            String there = "/Users/" + other.user("ann", name);
            assertThat(other.patch(there, replace).json().path("name").size()).isEqualTo(2);
        }
    }

    @Test
    @Tag("IOP-6.5-03")
    void a_member_may_be_selected_by_its_value() {
        try (ScimServer server = interop()) {
            Scim scim = server.newTenant();
            String ann = scim.user("ann");
            String group = "/Groups/" + scim.group("Guides", ann);
            assertThat(scim.patch(group, "{'op':'remove','path':'members[value eq \\\"" + ann + "\\\"]'}")
                            .has("members"))
                    .isFalse();
        }
    }

    @Test
    @Tag("IOP-6.7-01")
    void conditions_are_honoured() {
        try (ScimServer server = interop()) {
            Scim scim = server.newTenant();
            String user = "/Users/" + scim.user("ann");
            assertThat(scim.delete(user, "If-Match: \"x\"").status()).isEqualTo(412);
        }
    }

    @Test
    @Tag("IPSIE-4.3-01")
    @Tag("IPSIE-AL1-01")
    @Tag("IPSIE-AL1-02")
    @Tag("IPSIE-AL2-02")
    void the_filters_and_operations_of_ipsie_work() {
        try (ScimServer server = interop()) {
            Scim scim = server.newTenant();
            String id = scim.user(
                    "ann", "'externalId':'X1','displayName':'Ann','emails':[{'value':'a@example.com','type':'work'}]");
            for (String filter : List.of(
                    "userName eq 'ann'",
                    "externalId eq 'X1'",
                    "emails[value eq 'a@example.com']",
                    "emails[type eq 'work' and value eq 'a@example.com']")) {
                assertThat(scim.get("/Users?filter=" + filter).all("Resources.id"))
                        .as(filter)
                        .containsExactly(id);
            }
            String group = scim.group("Guides");
            List<String> adds = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                adds.add("{'op':'add','path':'members','value':[{'value':'" + scim.user("u" + i) + "'}]}");
            }
            assertThat(scim.patch("/Groups/" + group, String.join(",", adds)).all("members.value"))
                    .hasSize(60);
            assertThat(scim.patch("/Groups/" + group, adds.get(0)).status()).isEqualTo(200);
            scim.patch("/Groups/" + group, "{'op':'add','path':'members','value':[{'value':'" + id + "'}]}");
            for (String filter : List.of("displayName eq 'Guides'", "members[value eq '" + id + "']")) {
                assertThat(scim.get("/Groups?filter=" + filter).all("Resources.id"))
                        .containsExactly(group);
            }
            assertThat(scim.patch("/Groups/" + group, "{'op':'remove','path':'members'}")
                            .has("members"))
                    .isFalse();
            Answer several = scim.patch(
                    "/Users/" + id,
                    "{'op':'replace','path':'active','value':false},{'op':'replace','path':'displayName','value':'A'}");
            assertThat(several.json().path("active").asBoolean(true)).isFalse();
            assertThat(several.at("/displayName")).isEqualTo("A");
            assertThat(scim.patch("/Users/" + id, "{'op':'replace','path':'active','value':true}")
                            .json()
                            .path("active")
                            .asBoolean())
                    .isTrue();
            scim.delete("/Users/" + id);
            assertThat(scim.post("/Users", userBody("ann", "")).status()).isEqualTo(201);
        }
    }
}
