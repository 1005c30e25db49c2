package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Refusals.refused;
import static dev.rollcall.conformance.server.SharedServer.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.ScimServer;
import dev.rollcall.conformance.server.SharedServer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** RFC 7644 §3.4.1. */
class ReadTest {
    @RegisterExtension
    static final SharedServer SERVER = SharedServer.withThings();

    @Test
    @Tag("R-7644-3.4.1-01")
    void a_resource_is_known_by_its_id_in_exact_case_only(Scim scim) {
        String id = scim.user("anna", "'externalId':'ext-1','displayName':'Anna'");

        assertThat(scim.get("/Users/" + id).at("/userName")).isEqualTo("anna");
        for (String other : List.of(id.toUpperCase(Locale.ROOT), "anna", "ext-1", "Anna", id + "x", id.substring(1))) {
            assertThat(scim.get("/Users/" + other).status()).as(other).isEqualTo(404);
        }
    }

    @Test
    @Tag("R-7644-3.4.1-02")
    void the_answer_is_the_resource_with_its_version_and_its_place(Scim scim) {
        String id = scim.user("anna", "'title':'Dean'");

        Answer found = scim.get("/Users/" + id);

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.id()).isEqualTo(id);
        assertThat(found.at("/title")).isEqualTo("Dean");
        assertThat(found.header("Content-Type")).startsWith("application/scim+json");
        assertThat(found.header("ETag")).isEqualTo(found.version()).isNotBlank();
        assertThat(found.header("Content-Location"))
                .isEqualTo(scim.baseUrl() + "/Users/" + id)
                .isEqualTo(found.header("Location"))
                .isEqualTo(found.at("/meta/location"));
    }

    @Test
    @Tag("R-7644-3.4.1-03")
    @Tag("DEC-04")
    void who_is_unknown_deleted_of_another_tenant_or_of_another_type_is_not_there(ScimServer server) {
        Scim scim = server.newTenant();
        String anna = scim.user("anna");
        String gone = scim.user("gone");
        String group = scim.group("Staff");
        scim.delete("/Users/" + gone);

        for (Answer answer : List.of(
                scim.get("/Users/unknown"),
                scim.get("/Users/" + gone),
                scim.get("/Groups/" + anna),
                scim.get("/Users/" + group),
                scim.get("/Things/" + anna),
                server.newTenant().get("/Users/" + anna))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.all("schemas")).containsExactly(Scim.MESSAGES + "Error");
            assertThat(answer.at("/status")).isEqualTo("404");
            assertThat(answer.detail()).isNotBlank();
            assertThat(answer.text()).doesNotContain("userName");
        }
        refused(scim.get("/Users/" + gone), 404, "");
        assertThat(scim.get("/Users/" + anna).status()).isEqualTo(200);
    }

    @Test
    @Tag("R-7644-3.4-01")
    void without_a_wish_all_is_shown_that_is_returned_always_or_by_default(Scim scim) {
        String anvil = thing(
                scim,
                "anvil",
                "'anchor':'always','note':'request','secret':'never','code':'default','place':{'floor':1}");

        Answer found = scim.get("/Things/" + anvil);
        assertThat(found.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("schemas", "id", "meta", "name", "owners", "anchor", "code", "place");
        assertThat(scim.get("/Things").json().at("/Resources/0")).isEqualTo(found.json());
    }
}
