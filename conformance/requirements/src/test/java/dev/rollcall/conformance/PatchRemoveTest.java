package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.SharedServer.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Found;
import dev.rollcall.conformance.server.Refusals;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.SharedServer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** RFC 7644 §3.5.2.2. */
class PatchRemoveTest {
    @RegisterExtension
    static final SharedServer SERVER = SharedServer.withThings();

    private static final String EMAILS =
            "'emails':[{'value':'a','type':'work','display':'A'},{'value':'b','type':'home'},"
                    + "{'value':'c','type':'work','display':'C'}]";

    @Test
    @Tag("R-7644-3.5.2.2-02")
    void one_value_is_gone(Scim scim) {
        String user = "/Users/"
                + scim.user("anna", "'title':'Dean','name':{'familyName':'Berg','givenName':'Anna'},'nickName':'A'");

        Answer done = scim.patch(user, "{'op':'remove','path':'title'},{'op':'remove','path':'name.givenName'}");
        assertThat(done.has("title")).isFalse();
        assertThat(done.json().path("name")).hasSize(1);
        assertThat(done.at("/nickName")).isEqualTo("A");
        assertThat(Found.users(scim, "title pr")).isEmpty();

        assertThat(scim.patch(user, "{'op':'remove','path':'name'}").has("name"))
                .isFalse();
        assertThat(scim.get(user).has("name")).isFalse();
    }

    @Test
    @Tag("R-7644-3.5.2.2-03")
    void all_values_are_gone(Scim scim) {
        String user = "/Users/" + scim.user("anna", EMAILS);
        String anvil = "/Things/" + thing(scim, "anvil", "'tags':['a','b']");
        String group = "/Groups/" + scim.group("Staff", scim.user("bert"), scim.user("carl"));

        assertThat(scim.patch(user, "{'op':'remove','path':'emails'}").has("emails"))
                .isFalse();
        assertThat(scim.patch(anvil, "{'op':'remove','path':'tags'}").has("tags"))
                .isFalse();
        assertThat(scim.patch(group, "{'op':'remove','path':'members'}").has("members"))
                .isFalse();
        assertThat(scim.get(group).has("members")).isFalse();
        assertThat(Found.users(scim, "emails pr")).isEmpty();
    }

    @Test
    @Tag("R-7644-3.5.2.2-04")
    void the_values_that_match_are_gone_and_with_the_last_one_the_attribute(Scim scim) {
        String user = "/Users/" + scim.user("anna", EMAILS);
        String anvil = "/Things/" + thing(scim, "anvil", "'tags':['a','b','c']");
        String anna = scim.user("bert");
        String bert = scim.user("carl");
        String group = "/Groups/" + scim.group("Staff", anna, bert);

        Answer done = scim.patch(user, remove("emails[type eq 'work']"));
        assertThat(done.all("emails.value")).containsExactly("b");
        assertThat(scim.patch(user, remove("emails[type eq 'home' and value sw 'B']"))
                        .has("emails"))
                .isFalse();

        assertThat(scim.patch(anvil, remove("tags[value eq 'b']")).all("tags")).containsExactly("a", "c");
        assertThat(scim.patch(anvil, remove("tags[value pr]")).has("tags")).isFalse();

        assertThat(scim.patch(group, remove("members[value eq '" + anna + "']")).all("members.value"))
                .containsExactly(bert);
        assertThat(scim.patch(group, remove("members[value eq '" + bert + "']")).has("members"))
                .isFalse();
        assertThat(scim.get(group).has("members")).isFalse();
    }

    @Test
    @Tag("R-7644-3.5.2.2-04")
    void members_are_removed_by_any_filter(Scim scim) {
        String anna = scim.user("anna", "'displayName':'Anna'");
        String bert = scim.user("bert", "'displayName':'Bert'");
        String part = scim.group("Part");
        String group = "/Groups/" + scim.group("Staff", anna, bert, part);

        assertThat(scim.patch(group, remove("members[type eq 'Group']")).all("members.value"))
                .containsExactlyInAnyOrder(anna, bert);
        assertThat(scim.patch(group, remove("members[value eq '" + anna + "' or value eq '" + part + "']"))
                        .all("members.value"))
                .containsExactly(bert);
    }

    private static String remove(String path) {
        return "{'op':'remove','path':'" + path.replace("'", "\\'") + "'}";
    }

    @Test
    @Tag("R-7644-3.5.2.2-05")
    void a_part_of_the_values_that_match_is_gone(Scim scim) {
        String user = "/Users/" + scim.user("anna", EMAILS);

        Answer done = scim.patch(user, remove("emails[type eq 'work'].display"));
        assertThat(done.all("emails.display")).isEmpty();
        assertThat(done.all("emails.value")).containsExactly("a", "b", "c");

        assertThat(scim.patch(user, remove("emails[value eq 'a'].value")).all("emails.value"))
                .containsExactly("b", "c");
        assertThat(scim.get(user).json().path("emails")).hasSize(2);
    }

    @Test
    @Tag("R-7644-3.5.2.2-06")
    void what_is_required_or_read_only_stays(Scim scim) {
        String user = "/Users/" + scim.user("anna");
        String anvil = "/Things/" + thing(scim, "anvil", "");

        for (String path : List.of("userName", "id", "meta", "meta.created", "schemas", "groups")) {
            Refusals.patch(scim, user, remove(path), 400, "mutability");
        }
        for (String path : List.of("name", "owners", "owners[value eq 'mira']", "owners[value pr]", "stock")) {
            Refusals.patch(scim, anvil, remove(path), 400, "mutability");
        }
        Refusals.patch(scim, anvil, remove("owners[value eq 'mira'].value"), 400, "mutability");
        assertThat(scim.patch(
                                anvil,
                                "{'op':'add','path':'owners','value':[{'value':'noor'}]},"
                                        + remove("owners[value eq 'mira']"))
                        .all("owners.value"))
                .containsExactly("noor");
    }

    @Test
    @Tag("R-7644-3.5.2.2-07")
    @Tag("DEC-02")
    void who_is_no_member_can_be_removed_without_effect(Scim scim) {
        String anna = scim.user("anna", EMAILS);
        String group = "/Groups/" + scim.group("Staff", anna);
        String other = scim.user("other");

        unchanged(scim, group, remove("members[value eq '" + other + "']"));
        unchanged(scim, group, remove("members[value eq 'nobody']"));
        unchanged(scim, "/Users/" + anna, remove("emails[type eq 'other']"));
        unchanged(scim, "/Users/" + anna, remove("emails[type eq 'other'].value"));
        unchanged(scim, "/Users/" + anna, remove("ims[type eq 'xmpp']"));
    }

    @Test
    @Tag("R-7644-3.5.2.2-08")
    void what_has_no_value_can_be_removed_without_effect(Scim scim) {
        String user = "/Users/" + scim.user("anna");

        for (String path : List.of(
                "title", "emails", "name", "name.givenName", Scim.ENTERPRISE + ":department", Scim.ENTERPRISE)) {
            unchanged(scim, user, remove(path));
        }
        unchanged(scim, "/Groups/" + scim.group("Empty"), remove("members"));
    }

    private static void unchanged(Scim scim, String target, String operation) {
        Answer before = scim.get(target);
        assertThat(scim.patch(target, operation).status()).as(operation).isEqualTo(200);
        assertThat(scim.get(target).text()).as(operation).isEqualTo(before.text());
    }

    @Test
    @Tag("R-7644-3.5.2.2-09")
    void a_list_of_values_never_removes_others(Scim scim) {
        String anna = scim.user("anna");
        String group = "/Groups/" + scim.group("Staff", anna, scim.user("bert"));

        Refusals.patch(
                scim,
                group,
                "{'op':'remove','path':'members','value':[{'value':'" + anna + "'}]}",
                400,
                "invalidValue");
    }
}
