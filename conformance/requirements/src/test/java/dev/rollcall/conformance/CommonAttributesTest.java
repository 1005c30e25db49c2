package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.ENTERPRISE;
import static dev.rollcall.conformance.server.Scim.GROUP;
import static dev.rollcall.conformance.server.Scim.USER;
import static dev.rollcall.conformance.server.Scim.enterpriseBody;
import static dev.rollcall.conformance.server.Scim.groupBody;
import static dev.rollcall.conformance.server.Scim.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Gauges;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.ScimServer;
import dev.rollcall.conformance.server.StrictServer;
import dev.rollcall.scim.schema.ResourceTypeDefinition;
import dev.rollcall.scim.schema.Schema;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** RFC 7643 §3 and §3.1: schemas, id, externalId, meta. */
@ExtendWith(StrictServer.class)
class CommonAttributesTest {
    @Test
    @Tag("R-7643-2.1-04")
    @Tag("R-7643-3-01")
    @Tag("R-7643-3-05")
    void every_representation_has_schemas(Scim scim) {
        String id = scim.user("ann");
        String patched = "{'op':'add','path':'title','value':'Guide'}";
        for (Answer answer : List.of(
                scim.get("/Users/" + id),
                scim.get("/Users/" + id + "?attributes=userName"),
                scim.get("/Users/" + id + "?excludedAttributes=schemas"),
                scim.put("/Users/" + id, userBody("ann", "")),
                scim.patch("/Users/" + id, patched),
                scim.post("/Users", userBody("bob", "")))) {
            assertThat(answer.all("schemas")).as(answer.text()).containsExactly(USER);
        }
        JsonNode list = scim.get("/Users?attributes=userName").json();
        assertThat(list.path("Resources"))
                .hasSize(2)
                .allMatch(r -> r.path("schemas").size() == 1);
        assertThat(scim.get("/ServiceProviderConfig").all("schemas")).hasSize(1);
        assertThat(scim.get("/Users/none").all("schemas")).hasSize(1);
    }

    @Test
    @Tag("R-7643-3-01")
    @Tag("R-7644-3.3-10")
    void a_body_without_schemas_is_refused(Scim scim) {
        for (String schemas : List.of(
                "",
                "'schemas':[],",
                "'schemas':null,",
                "'schemas':['" + ENTERPRISE + "'],",
                "'schemas':['" + GROUP + "'],")) {
            Answer answer = scim.post("/Users", "{" + schemas + "'userName':'ann'}");
            assertThat(answer.status()).as(schemas).isEqualTo(400);
            assertThat(answer.scimType()).as(schemas).isIn("invalidSyntax", "invalidValue");
        }
        assertThat(scim.get("/Users").at("/totalResults")).isEqualTo("0");
    }

    @Test
    @Tag("R-7643-3-02")
    void schemas_holds_only_those_of_the_resource_type(Scim scim) {
        for (String foreign : List.of(GROUP, "urn:example:unknown", Gauges.SCHEMA, Gauges.OWNER)) {
            Answer answer = scim.post("/Users", "{'schemas':['" + USER + "','" + foreign + "'],'userName':'ann'}");
            assertThat(answer.status()).as(foreign).isEqualTo(400);
            assertThat(answer.detail()).contains(foreign);
        }
        Answer user = scim.post("/Users", enterpriseBody("ann", "'department':'Tour'"));
        assertThat(user.all("schemas")).containsExactlyInAnyOrder(USER, ENTERPRISE);
    }

    @Test
    @Tag("R-7643-3-03")
    void schemas_has_no_duplicates(Scim scim) {
        Answer twice = scim.post(
                "/Users",
                "{'schemas':['" + USER + "','" + USER.toUpperCase(Locale.ROOT) + "','" + USER + "'],'userName':'ann'}");
        assertThat(twice.status()).as(twice.text()).isEqualTo(201);
        assertThat(twice.all("schemas")).containsExactly(USER);
    }

    @Test
    @Tag("R-7643-3-04")
    void the_order_of_schemas_does_not_matter(Scim scim) {
        Answer one = scim.post("/Users", enterpriseBody("ann", "'department':'Tour'"));
        Answer put = scim.put(
                "/Users/" + one.id(),
                "{'schemas':['" + ENTERPRISE + "','" + USER + "'],'userName':'ann','" + ENTERPRISE
                        + "':{'department':'Tour'}}");
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.version()).isEqualTo(one.version());
    }

    @Test
    @Tag("R-7643-3-06")
    @Tag("R-7643-3.1-01")
    @Tag("R-7643-3.1-02")
    @Tag("R-7643-3.1-04")
    @Tag("R-7643-3.1-16")
    @Tag("R-7644-3.3-08")
    void every_resource_has_id_and_meta_from_the_server(Scim scim) {
        for (Answer answer : List.of(
                scim.post("/Users", userBody("ann", "'externalId':'e1'")),
                scim.post("/Groups", groupBody("Guides").replace("'members'", "'externalId':'e2','members'")),
                scim.post("/Gauges", Gauges.body("g", "'externalId':'e3'")))) {
            JsonNode resource = answer.json();
            assertThat(resource.path("id").asText()).isNotEmpty();
            assertThat(resource.path("externalId").asText()).startsWith("e");
            JsonNode meta = resource.path("meta");
            assertThat(List.of(
                            meta.has("created"), meta.has("lastModified"), meta.has("location"), meta.has("version")))
                    .isEqualTo(List.of(true, true, true, true));
        }
        assertThat(scim.get("/Users").at("/Resources/0/meta/resourceType")).isEqualTo("User");
        assertThat(scim.get("/Groups").at("/Resources/0/meta/resourceType")).isEqualTo("Group");
        assertThat(scim.get("/Gauges").at("/Resources/0/meta/resourceType")).isEqualTo("Gauge");
        assertThat(scim.get("/Users?filter=meta.resourceType eq 'user'").at("/totalResults"))
                .isEqualTo("0");
        assertThat(scim.get("/ServiceProviderConfig").has("id")).isFalse();
    }

    @Test
    @Tag("R-7643-3-07")
    void a_common_attribute_may_be_named_with_the_base_schema(Scim scim) {
        String id = scim.user("ann");
        assertThat(scim.get("/Users?filter=" + USER + ":id eq '" + id + "'").at("/totalResults"))
                .isEqualTo("1");
        assertThat(scim.get("/Users/" + id + "?attributes=" + USER + ":meta").has("meta"))
                .isTrue();
    }

    @Test
    @Tag("R-7643-3-08")
    @Tag("R-7643-3.3-04")
    void each_extension_stands_under_its_own_uri(Scim scim) {
        Answer user = scim.post("/Users", enterpriseBody("ann", "'department':'Tour'"));
        assertThat(user.json().path(ENTERPRISE).path("department").asText()).isEqualTo("Tour");
        assertThat(user.has("department")).isFalse();

        Answer outside = scim.post("/Users", userBody("bob", "'department':'Tour'"));
        assertThat(outside.status()).isEqualTo(400);
        assertThat(outside.detail()).contains("department");
    }

    @Test
    @Tag("R-7643-3.1-03")
    void what_the_rfc_says_of_common_attributes_wins_over_a_schema() {
        String json = Scim.json("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Schema'],'id':'urn:example:T',"
                + "'name':'T','attributes':[{'name':'id','type':'string','mutability':'readWrite','returned':'request'},"
                + "{'name':'externalId','type':'string','caseExact':false},{'name':'x','type':'string'}]}");
        try (ScimServer server = ScimServer.start(
                b -> b.schema(Schema.parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))))
                        .resourceType(new ResourceTypeDefinition("T", "Things", "/Ts", "urn:example:T", List.of())))) {
            Scim scim = server.newTenant();
            Answer created = scim.post("/Ts", "{'schemas':['urn:example:T'],'id':'mine','externalId':'E','x':'1'}");
            assertThat(created.status()).as(created.text()).isEqualTo(201);
            assertThat(created.id()).isNotEqualTo("mine").isNotEmpty();
            assertThat(scim.get("/Ts?filter=externalId eq 'e'").at("/totalResults"))
                    .isEqualTo("0");
        }
    }

    @Test
    @Tag("R-7643-3.1-05")
    @Tag("R-7643-3.1-08")
    void an_id_is_unique_over_all_resources(Scim scim) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            assertThat(ids.add(scim.user("u" + i))).isTrue();
            assertThat(ids.add(scim.group("g" + i))).isTrue();
        }
        assertThat(ids).noneMatch(id -> id.contains("bulkId"));
        for (String id : ids) {
            assertThat(List.of(
                            scim.get("/Users/" + id).status(),
                            scim.get("/Groups/" + id).status()))
                    .containsExactlyInAnyOrder(200, 404);
        }
    }

    @Test
    @Tag("R-7643-3.1-06")
    void an_id_stays_and_is_never_used_again(Scim scim) {
        String id = scim.user("ann");
        assertThat(scim.put("/Users/" + id, userBody("renamed", "")).id()).isEqualTo(id);
        assertThat(scim.get("/Users/" + id).id()).isEqualTo(id);
        scim.delete("/Users/" + id);
        assertThat(scim.user("renamed")).isNotEqualTo(id);
        assertThat(scim.get("/Users/" + id).status()).isEqualTo(404);
    }

    @Test
    @Tag("R-7643-3.1-09")
    @Tag("R-7644-3.4.1-01")
    void an_id_is_found_in_exact_case_only(Scim scim) {
        String id = scim.user("ann");
        String other = id.toUpperCase(Locale.ROOT);
        assertThat(other).isNotEqualTo(id);
        assertThat(scim.get("/Users/" + other).status()).isEqualTo(404);
        assertThat(scim.get("/Users/ann").status()).isEqualTo(404);
        assertThat(scim.get("/Users?filter=id eq '" + id + "'").at("/totalResults"))
                .isEqualTo("1");
        assertThat(scim.get("/Users?filter=id eq '" + other + "'").at("/totalResults"))
                .isEqualTo("0");
        assertThat(scim.patch("/Users/" + id, "{'op':'replace','path':'id','value':'x'}")
                        .scimType())
                .isEqualTo("mutability");
        assertThat(scim.get("/Users/" + id + "?excludedAttributes=id").id()).isEqualTo(id);
    }

    @Test
    @Tag("R-7643-3.1-10")
    @Tag("R-7643-3.1-13")
    void an_external_id_is_the_clients_alone(Scim scim) {
        Answer without = scim.post("/Users", userBody("ann", ""));
        assertThat(without.has("externalId")).isFalse();
        Answer with = scim.post("/Users", userBody("bob", "'externalId':'Ext-1'"));
        assertThat(with.at("/externalId")).isEqualTo("Ext-1");
        assertThat(scim.get("/Users?filter=externalId eq 'Ext-1'").all("Resources.userName"))
                .containsExactly("bob");
        assertThat(scim.get("/Users?filter=externalId eq 'ext-1'").at("/totalResults"))
                .isEqualTo("0");
        assertThat(scim.put("/Users/" + with.id(), userBody("bob", "")).has("externalId"))
                .isFalse();
    }

    @Test
    @Tag("R-7643-3.1-11")
    @Tag("R-7643-3.1-12")
    @Tag("R-7644-6.2-01")
    void an_external_id_belongs_to_its_provisioning_domain(ScimServer server) {
        Scim acme = server.newTenant();
        Scim other = server.newTenant();
        acme.user("ann", "'externalId':'1'");
        other.user("ann", "'externalId':'1'");
        acme.user("bob", "'externalId':'1'");
        assertThat(acme.get("/Users?filter=externalId eq '1'").at("/totalResults"))
                .isEqualTo("2");
        assertThat(other.get("/Users?filter=externalId eq '1'").at("/totalResults"))
                .isEqualTo("1");
    }

    @Test
    @Tag("R-7643-1.1-01")
    @Tag("R-7643-2-01")
    void what_is_not_required_may_be_left_out(Scim scim) {
        assertThat(scim.post("/Users", userBody("ann", "")).status()).isEqualTo(201);
        assertThat(scim.post("/Gauges", Gauges.body("g", "")).status()).isEqualTo(201);
        Answer wrong = scim.post("/Users", userBody("bob", "'emails':[{'value':'b@example.com','primary':'x'}]"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.detail()).contains("emails[0].primary");
    }
}
