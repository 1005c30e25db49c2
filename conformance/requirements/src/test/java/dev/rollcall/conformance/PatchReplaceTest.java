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

/** RFC 7644 §3.5.2.3. */
class PatchReplaceTest {
    @RegisterExtension
    static final SharedServer SERVER = SharedServer.withThings();

    private static final String EMAILS =
            "'emails':[{'value':'a','type':'work','display':'A'},{'value':'b','type':'home'},"
                    + "{'value':'c','type':'work','display':'C'}]";

    private static String replace(String path, String value) {
        return "{'op':'replace','path':'" + path.replace("'", "\\'") + "','value':" + value + "}";
    }

    @Test
    @Tag("R-7644-3.5.2.3-01")
    void without_a_path_the_value_holds_attributes_and_the_others_stay(Scim scim) {
        String user = "/Users/" + scim.user("anna", EMAILS + ",'title':'Clerk','nickName':'A'");

        Answer done = scim.patch(
                user, "{'op':'replace','value':{'title':'Dean','emails':[{'value':'z'}],'displayName':'Anna'}}");

        assertThat(done.at("/title")).isEqualTo("Dean");
        assertThat(done.all("emails.value")).containsExactly("z");
        assertThat(done.at("/displayName")).isEqualTo("Anna");
        assertThat(done.at("/nickName") + done.at("/userName")).isEqualTo("Aanna");
        for (String value : List.of("'x'", "5", "[{'title':'x'}]", "null")) {
            Refusals.patch(scim, user, "{'op':'replace','value':" + value + "}", 400, "invalidValue");
        }
    }

    @Test
    @Tag("R-7644-3.5.2.3-02")
    @Tag("R-7644-3.5.2.3-04")
    void one_value_takes_the_place_of_another_or_of_none(Scim scim) {
        String user = "/Users/" + scim.user("anna", "'title':'Clerk'");

        Answer done = scim.patch(
                user,
                String.join(
                        ",",
                        replace("title", "'Dean'"),
                        replace("nickName", "'A'"),
                        replace("name.familyName", "'Berg'"),
                        replace("emails", "[{'value':'a'}]"),
                        replace(Scim.ENTERPRISE + ":department", "'Sales'")));

        assertThat(done.at("/title")).isEqualTo("Dean");
        assertThat(done.at("/nickName")).isEqualTo("A");
        assertThat(done.at("/name/familyName")).isEqualTo("Berg");
        assertThat(done.all("emails.value")).containsExactly("a");
        assertThat(done.json().path(Scim.ENTERPRISE).path("department").asText())
                .isEqualTo("Sales");
        assertThat(scim.get(user).text()).isEqualTo(done.text());
    }

    @Test
    @Tag("R-7644-3.5.2.3-03")
    void all_values_take_the_place_of_all(Scim scim) {
        String user = "/Users/" + scim.user("anna", EMAILS);
        String anvil = "/Things/" + thing(scim, "anvil", "'tags':['a','b']");
        String first = scim.user("first");
        String second = scim.user("second");
        String third = scim.user("third");
        String group = "/Groups/" + scim.group("Staff", first, second);

        assertThat(scim.patch(user, replace("emails", "[{'value':'x'},{'value':'c','type':'work'}]"))
                        .all("emails.value"))
                .containsExactly("x", "c");
        assertThat(scim.get(user).all("emails.display")).isEmpty();
        assertThat(scim.patch(anvil, replace("tags", "['c']")).all("tags")).containsExactly("c");
        assertThat(scim.patch(group, replace("members", "[{'value':'" + second + "'},{'value':'" + third + "'}]"))
                        .all("members.value"))
                .containsExactlyInAnyOrder(second, third);
    }

    @Test
    @Tag("R-7644-3.5.2.3-05")
    @Tag("DEC-07")
    void of_a_complex_value_the_parts_given_change_and_the_others_stay(Scim scim) {
        String user = "/Users/" + scim.user("anna", "'name':{'familyName':'Berg','givenName':'A','middleName':'M'}");

        Answer withPath = scim.patch(user, replace("name", "{'givenName':'Anna','honorificPrefix':'Dr'}"));
        assertThat(withPath.at("/name/familyName")).isEqualTo("Berg");
        assertThat(withPath.at("/name/middleName")).isEqualTo("M");
        assertThat(withPath.at("/name/givenName")).isEqualTo("Anna");
        assertThat(withPath.at("/name/honorificPrefix")).isEqualTo("Dr");

        Answer without = scim.patch(user, "{'op':'replace','value':{'name':{'familyName':'Cohn','middleName':null}}}");
        assertThat(without.at("/name/familyName")).isEqualTo("Cohn");
        assertThat(without.at("/name/givenName")).isEqualTo("Anna");
        assertThat(without.json().path("name").has("middleName")).isFalse();
    }

    @Test
    @Tag("R-7644-3.5.2.3-06")
    void every_value_that_matches_is_replaced_as_a_whole(Scim scim) {
        String user = "/Users/" + scim.user("anna", EMAILS);

        Answer done = scim.patch(user, replace("emails[value eq 'a']", "{'value':'z','type':'other'}"));
        assertThat(done.all("emails.value")).containsExactly("z", "b", "c");
        assertThat(done.json().at("/emails/0/type").asText()).isEqualTo("other");
        assertThat(done.json().at("/emails/0").has("display")).isFalse();

        String anvil = "/Things/" + thing(scim, "anvil", "'tags':['aa','b','ab']");
        assertThat(scim.patch(anvil, replace("tags[value eq 'b']", "'c'")).all("tags"))
                .containsExactly("aa", "c", "ab");
        String all = "/Things/" + thing(scim, "bolt", "");
        scim.patch(all, replace("owners", "[{'value':'a','share':1},{'value':'b','share':1},{'value':'c','share':2}]"));
        Answer both = scim.patch(all, replace("owners[share eq 1]", "{'value':'z'}"));
        assertThat(both.all("owners.value")).contains("z", "c").doesNotContain("a", "b");
        assertThat(both.all("owners.share")).containsExactly("2");
    }

    @Test
    @Tag("R-7644-3.5.2.3-07")
    void a_part_of_every_value_that_matches_is_replaced(Scim scim) {
        String user = "/Users/" + scim.user("anna", EMAILS);

        Answer done = scim.patch(user, replace("emails[type eq 'work'].display", "'W'"));
        assertThat(done.at("/emails/0/display") + done.at("/emails/1/display") + done.at("/emails/2/display"))
                .isEqualTo("WW");
        assertThat(done.all("emails.value")).containsExactly("a", "b", "c");

        Answer one = scim.patch(user, replace("emails[type eq 'home' and value eq 'b'].value", "'bb'"));
        assertThat(one.all("emails.value")).containsExactly("a", "bb", "c");
    }

    @Test
    @Tag("R-7644-3.5.2.3-08")
    @Tag("DEC-02")
    void a_filter_that_selects_nothing_is_an_error(Scim scim) {
        String anna = scim.user("anna", EMAILS);
        String user = "/Users/" + anna;
        String group = "/Groups/" + scim.group("Staff", anna);

        Refusals.patch(scim, user, replace("emails[type eq 'other']", "{'value':'x'}"), 400, "noTarget");
        Refusals.patch(scim, user, replace("emails[type eq 'other'].value", "'x'"), 400, "noTarget");
        Refusals.patch(scim, user, replace("emails[type eq 'work' and value eq 'b'].value", "'x'"), 400, "noTarget");
        Refusals.patch(scim, user, replace("ims[type eq 'xmpp'].value", "'x'"), 400, "noTarget");
        Refusals.patch(scim, group, replace("members[value eq 'nobody']", "{'value':'" + anna + "'}"), 400, "noTarget");
    }

    @Test
    @Tag("R-7644-3.5.2.3-09")
    void nothing_takes_the_value_away_but_not_a_required_one(Scim scim) {
        String anvil =
                "/Things/" + thing(scim, "anvil", "'code':'c','tags':['a'],'place':{'floor':1,'room':'r'},'note':'n'");

        Answer done = scim.patch(
                anvil,
                replace("code", "null") + "," + replace("tags", "[]") + "," + replace("place.floor", "null") + ","
                        + replace("note", "''"));
        assertThat(done.has("code") || done.has("tags") || done.has("note")).isFalse();
        assertThat(done.json().path("place")).hasSize(1);
        assertThat(scim.patch(anvil, "{'op':'replace','value':{'place':null}}").has("place"))
                .isFalse();
        String user = "/Users/" + scim.user("anna", EMAILS);
        assertThat(scim.patch(user, replace("emails[value eq 'a'].display", "null"))
                        .all("emails.display"))
                .containsExactly("C");

        Refusals.patch(scim, anvil, replace("name", "null"), 400, "invalidValue");
        Refusals.patch(scim, anvil, replace("owners", "[]"), 400, "invalidValue");
        Refusals.patch(scim, anvil, "{'op':'replace','value':{'owners':null}}", 400, "invalidValue");
        Refusals.patch(scim, user, replace("userName", "''"), 400, "invalidValue");
    }

    @Test
    @Tag("R-7644-3.5.2.3-11")
    void a_password_can_be_replaced_and_is_not_shown(Scim scim) {
        String user = "/Users/" + scim.user("anna", "'password':'Tr0ub4dor&3-long'");

        for (String operation : List.of(
                replace("password", "'Tr0ub4dor&3-longer'"),
                "{'op':'replace','value':{'password':'Tr0ub4dor&3-longest'}}")) {
            Answer done = scim.patch(user, operation);

            assertThat(done.status()).isEqualTo(200);
            assertThat(done.text()).doesNotContain("password", "Tr0ub4dor");
        }
        assertThat(scim.get(user + "?attributes=password,userName").text()).doesNotContain("Tr0ub4dor");
        Refusals.patch(scim, user, replace("password", "5"), 400, "invalidValue");
    }

    @Test
    @Tag("R-7644-3.5.2.3-12")
    void who_is_not_active_is_still_there(Scim scim) {
        String anna = scim.user("anna", "'title':'Dean'");
        String group = "/Groups/" + scim.group("Staff", anna);

        Answer done = scim.patch("/Users/" + anna, replace("active", "false"));
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.json().path("active").asBoolean(true)).isFalse();

        Answer found = scim.get("/Users/" + anna);
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.at("/title")).isEqualTo("Dean");
        assertThat(found.json().path("active").asBoolean(true)).isFalse();
        assertThat(Found.users(scim, "active eq false")).containsExactly("anna");
        assertThat(scim.get(group).all("members.value")).containsExactly(anna);
        assertThat(scim.patch("/Users/" + anna, replace("active", "true"))
                        .json()
                        .path("active")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @Tag("R-7644-3.5.2.3-13")
    void replace_has_a_value(Scim scim) {
        String user = "/Users/" + scim.user("anna", EMAILS + ",'title':'Dean'");

        for (String path : List.of("title", "emails", "emails[type eq \\'work\\'].value", "name")) {
            Refusals.patch(scim, user, "{'op':'replace','path':'" + path + "'}", 400, "invalidValue");
        }
        Refusals.patch(scim, user, "{'op':'replace'}", 400, "invalidValue");
    }
}
