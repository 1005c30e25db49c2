package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.ENTERPRISE;
import static dev.rollcall.conformance.server.Scim.USER;
import static dev.rollcall.conformance.server.Scim.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Gauges;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.StrictServer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** RFC 7643 §3.3: extensions. */
@ExtendWith(StrictServer.class)
class ExtensionTest {
    @Test
    @Tag("R-7643-3.3-01")
    @Tag("R-7643-3.3-02")
    @Tag("R-7643-3.3-06")
    void schemas_names_the_base_schema_and_the_extensions_in_use(Scim scim) {
        String id = scim.user("ann");
        assertThat(scim.get("/Users/" + id).all("schemas")).containsExactly(USER);
        Answer with = scim.patch("/Users/" + id, "{'op':'add','path':'" + ENTERPRISE + ":department','value':'Tour'}");
        assertThat(with.all("schemas")).containsExactly(USER, ENTERPRISE);
        for (JsonNode type : scim.get("/ResourceTypes").json().path("Resources")) {
            assertThat(type.path("schema").isTextual()).isTrue();
        }
    }

    @Test
    @Tag("R-7643-3.3-03")
    void no_extension_redefines_a_core_attribute(Scim scim) {
        Set<String> core = new HashSet<>(scim.get("/Schemas/" + USER).all("attributes.name"));
        assertThat(scim.get("/Schemas/" + ENTERPRISE).all("attributes.name")).doesNotContainAnyElementsOf(core);
    }

    @Test
    @Tag("R-7643-3.3-05")
    void schemas_follows_what_the_resource_holds(Scim scim) {
        Answer unnamed = scim.post(
                "/Users", "{'schemas':['" + USER + "'],'userName':'ann','" + ENTERPRISE + "':{'department':'Tour'}}");
        assertThat(unnamed.status()).isEqualTo(201);
        assertThat(unnamed.all("schemas")).containsExactly(USER, ENTERPRISE);

        Answer empty = scim.post("/Users", "{'schemas':['" + USER + "','" + ENTERPRISE + "'],'userName':'bob'}");
        assertThat(empty.status()).isEqualTo(201);
        assertThat(scim.get("/Users/" + empty.id()).all("schemas")).containsExactly(USER);

        Answer cleared = scim.patch("/Users/" + unnamed.id(), "{'op':'remove','path':'" + ENTERPRISE + "'}");
        assertThat(cleared.all("schemas")).containsExactly(USER);
        assertThat(cleared.has(ENTERPRISE)).isFalse();
    }

    @Test
    @Tag("R-7643-6-07")
    void a_required_extension_and_its_required_attributes_must_be_there(Scim scim) {
        for (String body : List.of(
                "{'schemas':['" + Gauges.SCHEMA + "'],'name':'g'}",
                "{'schemas':['" + Gauges.SCHEMA + "','" + Gauges.OWNER + "'],'name':'g','" + Gauges.OWNER
                        + "':{'since':'2026-01-01T00:00:00Z'}}")) {
            Answer answer = scim.post("/Gauges", body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.scimType()).isEqualTo("invalidValue");
            assertThat(answer.detail()).contains(Gauges.OWNER);
        }
        String id = scim.post("/Gauges", Gauges.body("g", "")).id();
        assertThat(scim.put("/Gauges/" + id, "{'schemas':['" + Gauges.SCHEMA + "'],'name':'g'}")
                        .status())
                .isEqualTo(400);
        assertThat(scim.patch("/Gauges/" + id, "{'op':'remove','path':'" + Gauges.OWNER + ":person'}")
                        .status())
                .isEqualTo(400);
        assertThat(scim.get("/Gauges/" + id)
                        .json()
                        .path(Gauges.OWNER)
                        .path("person")
                        .asText())
                .isEqualTo("ann");
        assertThat(scim.post("/Users", userBody("no.enterprise", "")).status()).isEqualTo(201);
    }
}
