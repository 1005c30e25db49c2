package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.ENTERPRISE;
import static dev.rollcall.conformance.server.Scim.USER;
import static dev.rollcall.conformance.server.Scim.enterpriseBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Refusals;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.StrictServer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PATCH of {@code schemas} and of extensions (RFC 7644 §3.5.2). */
@ExtendWith(StrictServer.class)
class PatchSchemasTest {
    private static JsonNode enterprise(Answer answer) {
        return answer.json().path(ENTERPRISE);
    }

    @Test
    @Tag("R-7644-3.5.2-09")
    void a_comparison_selects_among_plain_values(Scim scim) {
        for (String path : List.of("schemas eq '" + ENTERPRISE + "'", "schemas[value eq '" + ENTERPRISE + "']")) {
            String user = "/Users/"
                    + scim.post("/Users", enterpriseBody("anna" + path.length(), "'department':'Sales'"))
                            .id();

            Answer done = scim.patch(user, "{'op':'remove','path':'" + path.replace("'", "\\'") + "'}");

            assertThat(done.status()).as(done.text()).isEqualTo(200);
            assertThat(done.all("schemas")).containsExactly(USER);
            assertThat(done.has(ENTERPRISE)).isFalse();
        }
    }

    @Test
    @Tag("R-7644-3.5.2-13")
    void what_is_done_to_schemas_counts_for_the_operations_that_follow(Scim scim) {
        String user = "/Users/"
                + scim.post("/Users", enterpriseBody("anna", "'department':'Sales','division':'North'"))
                        .id();

        Answer done = scim.patch(
                user,
                "{'op':'remove','path':'schemas[value eq \\'" + ENTERPRISE + "\\']'},"
                        + "{'op':'add','path':'schemas','value':['" + ENTERPRISE + "']},"
                        + "{'op':'add','path':'" + ENTERPRISE + ":department','value':'Law'}");

        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(done.all("schemas")).containsExactlyInAnyOrder(USER, ENTERPRISE);
        assertThat(enterprise(done).path("department").asText()).isEqualTo("Law");
        assertThat(enterprise(done).has("division")).isFalse();
    }

    @Test
    @Tag("R-7644-3.5.2-13")
    void by_default_the_schemas_of_the_resource_apply(Scim scim) {
        String user = "/Users/" + scim.user("anna");
        String group = "/Groups/" + scim.group("Staff");

        assertThat(scim.patch(user, "{'op':'add','path':'title','value':'Dean'}")
                        .all("schemas"))
                .containsExactly(USER);
        Refusals.patch(scim, group, "{'op':'add','path':'title','value':'Dean'}", 400, "invalidPath");
        Refusals.patch(scim, user, "{'op':'add','path':'schemas','value':['urn:example:nothing']}", 400, "mutability");
        Refusals.patch(scim, user, "{'op':'remove','path':'schemas'}", 400, "mutability");
    }

    @Test
    @Tag("R-7644-3.5.2-14")
    void a_value_of_an_extension_brings_its_uri_and_its_last_one_takes_it(Scim scim) {
        String user = "/Users/" + scim.user("anna");

        Answer added = scim.patch(user, "{'op':'add','path':'" + ENTERPRISE + ":department','value':'Sales'}");
        assertThat(added.all("schemas")).containsExactlyInAnyOrder(USER, ENTERPRISE);
        assertThat(enterprise(added).path("department").asText()).isEqualTo("Sales");

        Answer removed = scim.patch(user, "{'op':'remove','path':'" + ENTERPRISE + ":department'}");
        assertThat(removed.all("schemas")).containsExactly(USER);
        assertThat(removed.has(ENTERPRISE)).isFalse();
    }

    @Test
    @Tag("R-7644-3.5.2-27")
    void the_uri_of_an_extension_is_the_path_of_all_of_it(Scim scim) {
        String user = "/Users/" + scim.user("anna");

        Answer added = scim.patch(
                user, "{'op':'add','path':'" + ENTERPRISE + "','value':{'department':'Sales','division':'North'}}");
        assertThat(enterprise(added).path("department").asText()).isEqualTo("Sales");

        Answer replaced = scim.patch(user, "{'op':'replace','path':'" + ENTERPRISE + "','value':{'department':'Law'}}");
        assertThat(enterprise(replaced).path("department").asText()).isEqualTo("Law");
        assertThat(enterprise(replaced).path("division").asText()).isEqualTo("North");

        Refusals.patch(scim, user, "{'op':'add','path':'" + ENTERPRISE + "','value':'Law'}", 400, "invalidValue");
        Answer removed = scim.patch(user, "{'op':'remove','path':'" + ENTERPRISE + "'}");
        assertThat(removed.has(ENTERPRISE)).isFalse();
        assertThat(removed.all("schemas")).containsExactly(USER);
    }

    @Test
    @Tag("R-7644-3.5.2-24")
    void what_no_schema_knows_is_refused(Scim scim) {
        String user = "/Users/" + scim.user("anna");

        for (String path : List.of(
                "shoeSize",
                "name.colour",
                ENTERPRISE + ":colour",
                "urn:example:x:title",
                "department",
                "emails.colour",
                "emails[type eq \\'work\\'].colour")) {
            for (String op : List.of("add", "replace")) {
                Refusals.patch(scim, user, "{'op':'" + op + "','path':'" + path + "','value':'x'}", 400, "invalidPath");
            }
            Refusals.patch(scim, user, "{'op':'remove','path':'" + path + "'}", 400, "invalidPath");
        }
        Refusals.patch(scim, user, "{'op':'add','value':{'title':'x','shoeSize':43}}", 400, "invalidSyntax");
        Refusals.patch(scim, user, "{'op':'add','value':{'name':{'colour':'red'}}}", 400, "invalidSyntax");
    }
}
