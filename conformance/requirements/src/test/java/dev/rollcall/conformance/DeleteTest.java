package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.groupBody;
import static dev.rollcall.conformance.server.Scim.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Found;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.StrictServer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** RFC 7644 §3.6. */
@ExtendWith(StrictServer.class)
class DeleteTest {
    @Test
    @Tag("R-7644-3.6-01")
    void delete_answers_204_without_a_body(Scim scim) {
        for (String target : List.of("/Users/" + scim.user("anna"), "/Groups/" + scim.group("Staff"))) {
            Answer deleted = scim.delete(target);

            assertThat(deleted.status()).isEqualTo(204);
            assertThat(deleted.text()).isEmpty();
            assertThat(deleted.header("Content-Type")).isNull();
        }
    }

    @Test
    @Tag("R-7644-3.6-02")
    @Tag("R-7644-3.6-03")
    @Tag("R-7644-3.6-07")
    void what_is_deleted_is_gone_for_every_operation(Scim scim) {
        String user = "/Users/" + scim.user("anna");
        String group = "/Groups/" + scim.group("Staff");
        scim.delete(user);
        scim.delete(group);

        for (Answer answer : List.of(
                scim.get(user),
                scim.put(user, userBody("anna", "")),
                scim.patch(user, "{'op':'replace','path':'title','value':'x'}"),
                scim.delete(user),
                scim.get(group),
                scim.put(group, groupBody("Staff")),
                scim.patch(group, "{'op':'replace','path':'displayName','value':'x'}"),
                scim.delete(group))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.at("/status")).isEqualTo("404");
            assertThat(answer.all("schemas")).containsExactly(Scim.MESSAGES + "Error");
        }
        assertThat(scim.delete("/Users/never-there").status()).isEqualTo(404);
        assertThat(scim.get("/").json().at("/totalResults").intValue()).isZero();
    }

    @Test
    @Tag("R-7644-3.6-02")
    @Tag("R-7644-3.6-04")
    void what_is_deleted_is_found_no_more(Scim scim) {
        String anna = scim.user("anna", "'title':'Dean'");
        String bert = scim.user("bert", "'title':'Dean'");
        String staff = scim.group("Staff", anna, bert);
        scim.delete("/Users/" + anna);

        assertThat(Found.names(scim.get("/Users"), "id")).containsExactly(bert);
        assertThat(Found.users(scim, "title eq 'Dean'")).containsExactly("bert");
        assertThat(Found.users(scim, "userName eq 'anna'")).isEmpty();
        assertThat(Found.users(scim, "id eq '" + anna + "'")).isEmpty();
        assertThat(Found.names(scim.get("/"), "id")).containsExactlyInAnyOrder(bert, staff);
        assertThat(scim.search("/Users", "'count':0").json().at("/totalResults").intValue())
                .isEqualTo(1);
        assertThat(scim.get("/Groups/" + staff).all("members.value")).containsExactly(bert);
        assertThat(Found.names(Found.answer(scim, "/Groups", "members.value eq '" + anna + "'"), "id"))
                .isEmpty();
        scim.delete("/Groups/" + staff);
        assertThat(scim.get("/Users/" + bert).has("groups")).isFalse();
        assertThat(Found.users(scim, "groups pr")).isEmpty();
    }

    @Test
    @Tag("R-7644-3.6-05")
    @Tag("R-7644-3.6-06")
    void a_name_is_free_again_and_its_next_bearer_is_somebody_else(Scim scim) {
        String first = scim.user("anna", "'externalId':'x1','title':'Dean'");
        scim.delete("/Users/" + first);

        Answer second = scim.post("/Users", userBody("ANNA", "'externalId':'x1'"));

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.id()).isNotEqualTo(first);
        assertThat(second.has("title")).isFalse();
        assertThat(scim.get("/Users/" + first).status()).isEqualTo(404);
        scim.delete("/Users/" + second.id());
        assertThat(scim.user("anna")).isNotIn(first, second.id());
    }

    @Test
    @Tag("R-7644-3.6-08")
    void a_version_that_is_not_the_present_one_stops_it(Scim scim) {
        Answer created = scim.post("/Users", userBody("anna", ""));
        String user = "/Users/" + created.id();
        Answer changed = scim.patch(user, "{'op':'replace','path':'title','value':'Dean'}");

        assertThat(scim.delete(user, "If-Match: " + created.version()).status()).isEqualTo(412);
        assertThat(scim.get(user).text()).isEqualTo(changed.text());
        assertThat(scim.delete(user, "If-Match: " + changed.version()).status()).isEqualTo(204);
        assertThat(scim.get(user).status()).isEqualTo(404);
    }

    @Test
    @Tag("R-7644-3.6-09")
    void who_is_deleted_leaves_all_groups(Scim scim) {
        String anna = scim.user("anna");
        String bert = scim.user("bert");
        String staff = "/Groups/" + scim.group("Staff", anna, bert);
        String alone = "/Groups/" + scim.group("Alone", anna);
        String other = "/Groups/" + scim.group("Other", bert);
        String before = scim.get(staff).version();
        String otherBefore = scim.get(other).text();

        scim.delete("/Users/" + anna);

        Answer after = scim.get(staff);
        assertThat(after.all("members.value")).containsExactly(bert);
        assertThat(after.version()).isNotEqualTo(before);
        assertThat(scim.get(alone).has("members")).isFalse();
        assertThat(scim.get(other).text()).isEqualTo(otherBefore);
    }

    @Test
    @Tag("R-7644-3.6-09")
    void a_deleted_group_leaves_its_members_and_its_parents(Scim scim) {
        String anna = scim.user("anna");
        String part = scim.group("Part", anna);
        String whole = scim.group("Whole", part);
        assertThat(scim.get("/Users/" + anna).all("groups.value")).containsExactlyInAnyOrder(part, whole);

        scim.delete("/Groups/" + part);

        assertThat(scim.get("/Users/" + anna).status()).isEqualTo(200);
        assertThat(scim.get("/Users/" + anna).has("groups")).isFalse();
        assertThat(scim.get("/Groups/" + whole).has("members")).isFalse();
    }

    @Test
    @Tag("R-7644-3.6-10")
    void a_whole_type_cannot_be_deleted(Scim scim) {
        String anna = scim.user("anna");
        String staff = scim.group("Staff", anna);

        for (String target : List.of("/Users", "/Groups", "/", "/Users/", "/Users?filter=userName pr")) {
            Answer refused = scim.delete(target);

            assertThat(refused.status()).as(target).isIn(404, 405);
            assertThat(refused.at("/status")).as(target).isEqualTo(Integer.toString(refused.status()));
        }
        assertThat(scim.delete("/Users").status()).isEqualTo(405);
        assertThat(scim.delete("/Users").header("Allow"))
                .contains("GET", "POST")
                .doesNotContain("DELETE");
        assertThat(scim.get("/").all("Resources.id")).containsExactlyInAnyOrder(anna, staff);
    }
}
