package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.ENTERPRISE;
import static dev.rollcall.conformance.server.Scim.GROUP;
import static dev.rollcall.conformance.server.Scim.enterpriseBody;
import static dev.rollcall.conformance.server.Scim.groupBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.ScimServer;
import dev.rollcall.conformance.server.StrictServer;
import dev.rollcall.scim.protocol.Options;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** RFC 7643 §4.2 and §4.3: groups, and the enterprise extension. */
@ExtendWith(StrictServer.class)
class GroupTest {
    @Test
    @Tag("R-7643-4.2-01")
    void a_group_has_a_display_name(Scim scim) {
        Answer post = scim.post("/Groups", "{'schemas':['" + GROUP + "']}");
        assertThat(post.status()).isEqualTo(400);
        assertThat(post.scimType()).isEqualTo("invalidValue");
        String id = scim.group("Guides");
        assertThat(scim.patch("/Groups/" + id, "{'op':'remove','path':'displayName'}")
                        .scimType())
                .isEqualTo("mutability");
        for (JsonNode attribute : scim.get("/Schemas/" + GROUP).json().path("attributes")) {
            if (attribute.path("name").asText().equals("displayName")) {
                assertThat(attribute.path("required").asBoolean()).isTrue();
                assertThat(attribute.path("uniqueness").asText()).isEqualTo("none");
            }
        }
    }

    @Test
    @Tag("R-7643-4.2-02")
    void two_groups_may_have_one_name(Scim scim) {
        assertThat(scim.group("Guides")).isNotEqualTo(scim.group("Guides"));
        assertThat(scim.get("/Groups?filter=displayName eq 'guides'").at("/totalResults"))
                .isEqualTo("2");
    }

    @Test
    @Tag("R-7643-4.2-03")
    @Tag("R-7644-3.5.2-11")
    @Tag("R-7644-3.5.2.2-10")
    @Tag("R-7644-3.5.1-14")
    void members_come_and_go_but_do_not_change(Scim scim) {
        String ann = scim.user("ann");
        String bob = scim.user("bob");
        String group = "/Groups/" + scim.group("Guides", ann);
        Answer changed = scim.patch(
                group, "{'op':'replace','path':'members[value eq \\\"" + ann + "\\\"].value','value':'" + bob + "'}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(400);
        assertThat(changed.scimType()).isEqualTo("mutability");
        assertThat(scim.get(group).all("members.value")).containsExactly(ann);

        assertThat(scim.put(group, groupBody("Guides", bob)).all("members.value"))
                .containsExactly(bob);
        assertThat(scim.patch(group, "{'op':'remove','path':'members[value eq \\\"" + bob + "\\\"]'}")
                        .has("members"))
                .isFalse();
    }

    @Test
    @Tag("R-7643-4.2-04")
    @Tag("R-7643-4.2-05")
    @Tag("R-7643-4.2-09")
    void the_server_says_what_a_member_is(Scim scim) {
        String user = scim.user("ann", "'displayName':'Ann'");
        String inner = scim.group("Inner");
        Answer created = scim.post(
                "/Groups",
                "{'schemas':['" + GROUP + "'],'displayName':'Outer','members':[{'value':'" + user
                        + "','type':'Group','$ref':'https://h.example/Groups/1'},{'value':'" + inner + "'}]}");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        for (JsonNode member : created.json().path("members")) {
            boolean isUser = member.path("value").asText().equals(user);
            assertThat(member.path("type").asText()).isEqualTo(isUser ? "User" : "Group");
            assertThat(member.path("$ref").asText())
                    .isEqualTo(scim.baseUrl() + (isUser ? "/Users/" + user : "/Groups/" + inner));
        }
    }

    @Test
    @Tag("R-7643-4.2-06")
    void a_member_without_a_value_is_refused(Scim scim) {
        Answer answer = scim.post(
                "/Groups", "{'schemas':['" + GROUP + "'],'displayName':'Guides','members':[{'type':'User'}]}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.scimType()).isEqualTo("invalidValue");
    }

    @Test
    @Tag("R-7643-4.2-07")
    void the_display_of_a_member_comes_from_the_server(Scim scim) {
        String user = scim.user("ann", "'displayName':'Ann Lee'");
        Answer created = scim.post(
                "/Groups",
                "{'schemas':['" + GROUP + "'],'displayName':'Guides','members':[{'value':'" + user
                        + "','display':'Eve'}]}");
        assertThat(created.all("members.display")).containsExactly("Ann Lee");
    }

    @Test
    @Tag("R-7643-4.2-08")
    void an_unknown_member_is_refused_with_nothing_changed(Scim scim) {
        String ann = scim.user("ann");
        Answer post = scim.post("/Groups", groupBody("Guides", ann, "no-such-user"));
        assertThat(post.status()).isEqualTo(400);
        assertThat(post.scimType()).isEqualTo("invalidValue");
        assertThat(post.detail()).contains("no-such-user");
        assertThat(scim.get("/Groups").at("/totalResults")).isEqualTo("0");

        String group = "/Groups/" + scim.group("Guides");
        Answer patch = scim.patch(
                group, "{'op':'add','path':'members','value':[{'value':'" + ann + "'},{'value':'no-such-user'}]}");
        assertThat(patch.status()).isEqualTo(400);
        assertThat(scim.get(group).has("members")).isFalse();
    }

    @Test
    @Tag("R-7643-4.2-08")
    void an_unknown_member_is_passed_over_by_default() {
        try (ScimServer server = ScimServer.start(b -> b.options(Options.DEFAULT))) {
            Scim scim = server.newTenant();
            String ann = scim.user("ann");
            Answer post = scim.post("/Groups", groupBody("Guides", ann, "no-such-user"));
            assertThat(post.status()).isEqualTo(201);
            assertThat(post.all("members.value")).containsExactly(ann);
        }
    }

    @Test
    @Tag("R-7643-4.3-01")
    @Tag("R-7643-4.3-02")
    void the_enterprise_extension_has_its_strings(Scim scim) {
        Answer user = scim.post(
                "/Users",
                enterpriseBody(
                        "ann",
                        "'employeeNumber':'7','costCenter':'c','organization':'o','division':'d','department':'t'"));
        assertThat(user.status()).isEqualTo(201);
        assertThat(user.json().path(ENTERPRISE).size()).isEqualTo(5);
        Answer wrong = scim.post("/Users", enterpriseBody("bob", "'employeeNumber':7"));
        assertThat(wrong.scimType()).isEqualTo("invalidValue");
        assertThat(wrong.detail()).contains("employeeNumber");
    }

    @Test
    @Tag("R-7643-4.3-03")
    void a_manager_is_a_user_whose_name_the_server_knows(Scim scim) {
        String boss = scim.user("boss", "'displayName':'The Boss'");
        Answer user =
                scim.post("/Users", enterpriseBody("ann", "'manager':{'value':'" + boss + "','displayName':'Eve'}"));
        JsonNode manager = user.json().path(ENTERPRISE).path("manager");
        assertThat(manager.path("value").asText()).isEqualTo(boss);
        assertThat(manager.path("$ref").asText()).isEqualTo(scim.baseUrl() + "/Users/" + boss);
        assertThat(manager.path("displayName").asText()).isEqualTo("The Boss");
        String path = ENTERPRISE + ":manager.value";
        assertThat(scim.get("/Users?filter=" + path + " eq '" + boss + "'").at("/totalResults"))
                .isEqualTo("1");
        assertThat(scim.patch(
                                "/Users/" + user.id(),
                                "{'op':'replace','path':'" + ENTERPRISE + ":manager.displayName','value':'x'}")
                        .scimType())
                .isEqualTo("mutability");
    }

    @Test
    @Tag("R-7643-4.3-04")
    void a_manager_may_be_a_plain_string_by_default() {
        try (ScimServer server = ScimServer.start(b -> b.options(Options.DEFAULT))) {
            Scim scim = server.newTenant();
            String boss = scim.user("boss");
            String ann = scim.user("ann");
            Answer patched = scim.patch(
                    "/Users/" + ann, "{'op':'add','path':'" + ENTERPRISE + ":manager','value':'" + boss + "'}");
            assertThat(patched.json()
                            .path(ENTERPRISE)
                            .path("manager")
                            .path("value")
                            .asText())
                    .isEqualTo(boss);
        }
    }

    @Test
    @Tag("R-7643-4.3-04")
    void under_strict_it_may_not(Scim scim) {
        String ann = scim.user("ann");
        assertThat(scim.patch("/Users/" + ann, "{'op':'add','path':'" + ENTERPRISE + ":manager','value':'x'}")
                        .scimType())
                .isEqualTo("invalidValue");
    }
}
