package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.SharedServer.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Refusals;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.SharedServer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** RFC 7644 §3.5.2.1. */
class PatchAddTest {
    @RegisterExtension
    static final SharedServer SERVER = SharedServer.withThings();

    private static final String EMAILS =
            "'emails':[{'value':'a@x.example','type':'work'},{'value':'b@x.example','type':'home'}]";

    @Test
    @Tag("R-7644-3.5.2.1-01")
    void add_has_a_value(Scim scim) {
        String user = "/Users/" + scim.user("anna", EMAILS);

        for (String path : List.of("'path':'title'", "'path':'emails'", "'path':'emails[type eq \\'work\\'].value'")) {
            Refusals.patch(scim, user, "{'op':'add'," + path + "}", 400, "invalidValue");
        }
        Refusals.patch(scim, user, "{'op':'add'}", 400, "invalidValue");
    }

    @Test
    @Tag("R-7644-3.5.2.1-02")
    @Tag("R-7644-3.5.2.1-03")
    void without_a_path_the_value_holds_attributes(Scim scim) {
        String user = "/Users/" + scim.user("anna", EMAILS + ",'title':'Clerk','name':{'familyName':'Berg'}");

        Answer done = scim.patch(
                user,
                "{'op':'add','value':{'title':'Dean','nickName':'A','name':{'givenName':'Anna'},"
                        + "'emails':[{'value':'c@x.example','type':'other'}]}}");

        assertThat(done.at("/title")).isEqualTo("Dean");
        assertThat(done.at("/nickName")).isEqualTo("A");
        assertThat(done.at("/name/familyName") + done.at("/name/givenName")).isEqualTo("BergAnna");
        assertThat(done.all("emails.value")).containsExactly("a@x.example", "b@x.example", "c@x.example");
        for (String value : List.of("'x'", "5", "true", "['title']", "[{'title':'x'}]", "null")) {
            Refusals.patch(scim, user, "{'op':'add','value':" + value + "}", 400, "invalidValue");
        }
    }

    @Test
    @Tag("R-7644-3.5.2.1-03")
    @Tag("R-7644-3.5.2.1-06")
    void one_value_is_set_or_takes_the_place_of_the_old_one(Scim scim) {
        String user = "/Users/" + scim.user("anna");

        assertThat(scim.patch(user, "{'op':'add','path':'title','value':'Clerk'}")
                        .at("/title"))
                .isEqualTo("Clerk");
        assertThat(scim.patch(user, "{'op':'add','path':'title','value':'Dean'}")
                        .at("/title"))
                .isEqualTo("Dean");
        assertThat(scim.patch(user, "{'op':'add','path':'name.givenName','value':'Anna'}")
                        .at("/name/givenName"))
                .isEqualTo("Anna");
        assertThat(scim.patch(user, "{'op':'add','path':'emails','value':[{'value':'a@x.example'}]}")
                        .all("emails.value"))
                .containsExactly("a@x.example");
        Answer found = scim.get(user);
        assertThat(found.at("/title")).isEqualTo("Dean");
        assertThat(found.at("/userName")).isEqualTo("anna");
    }

    @Test
    @Tag("R-7644-3.5.2.1-04")
    void of_a_complex_value_the_parts_given_are_set_and_the_others_stay(Scim scim) {
        String user = "/Users/" + scim.user("anna", "'name':{'familyName':'Berg','middleName':'M'}");

        Answer done = scim.patch(user, "{'op':'add','path':'name','value':{'givenName':'Anna','middleName':'Q'}}");

        assertThat(done.json().path("name")).hasSize(3);
        assertThat(done.at("/name/familyName")).isEqualTo("Berg");
        assertThat(done.at("/name/givenName")).isEqualTo("Anna");
        assertThat(done.at("/name/middleName")).isEqualTo("Q");
    }

    @Test
    @Tag("R-7644-3.5.2.1-05")
    void values_are_added_to_those_that_are_there(Scim scim) {
        String user = "/Users/" + scim.user("anna", EMAILS);
        String anvil = "/Things/" + thing(scim, "anvil", "'tags':['a']");

        scim.patch(user, "{'op':'add','path':'emails','value':[{'value':'c@x.example'},{'value':'d@x.example'}]}");
        scim.patch(user, "{'op':'add','path':'emails','value':{'value':'e@x.example'}}");
        assertThat(scim.get(user).all("emails.value"))
                .containsExactly("a@x.example", "b@x.example", "c@x.example", "d@x.example", "e@x.example");

        scim.patch(anvil, "{'op':'add','path':'tags','value':['b','c']},{'op':'add','path':'tags','value':'d'}");
        assertThat(scim.get(anvil).all("tags")).containsExactly("a", "b", "c", "d");

        String first = scim.user("first");
        String second = scim.user("second");
        String group = "/Groups/" + scim.group("Staff", first);
        scim.patch(group, "{'op':'add','path':'members','value':{'value':'" + second + "'}}");
        assertThat(scim.get(group).all("members.value")).containsExactlyInAnyOrder(first, second);
    }

    @Test
    @Tag("R-7644-3.5.2.1-07")
    @Tag("R-7644-3.5.2.1-08")
    void what_is_there_already_is_not_added_again_and_changes_nothing(Scim scim) {
        String user = "/Users/" + scim.user("anna", EMAILS + ",'title':'Dean'");
        String anvil = "/Things/" + thing(scim, "anvil", "'tags':['a','b']");
        String member = scim.user("member");
        String group = "/Groups/" + scim.group("Staff", member);

        same(scim, user, "{'op':'add','path':'title','value':'Dean'}");
        same(scim, user, "{'op':'add','path':'emails','value':[{'value':'b@x.example','type':'home'}]}");
        same(scim, user, "{'op':'add','value':{" + EMAILS + "}}");
        same(scim, user, "{'op':'add','path':'emails[type eq \\'work\\'].value','value':'a@x.example'}");
        same(scim, anvil, "{'op':'add','path':'tags','value':['b']}");
        same(scim, group, "{'op':'add','path':'members','value':[{'value':'" + member + "'}]}");
        same(scim, group, "{'op':'add','value':{'members':[{'value':'" + member + "','type':'User'}]}}");
    }

    private static void same(Scim scim, String target, String operation) {
        Answer before = scim.get(target);

        Answer after = scim.patch(target, operation);

        assertThat(after.status()).as(operation).isEqualTo(200);
        assertThat(after.text()).as(operation).isEqualTo(before.text());
        assertThat(scim.get(target).text()).as(operation).isEqualTo(before.text());
    }

    @Test
    @Tag("R-7644-3.5.2.1-09")
    void a_filter_selects_the_values_that_get_the_part_and_one_that_selects_none_is_an_error(Scim scim) {
        String user = "/Users/"
                + scim.user(
                        "anna",
                        "'emails':[{'value':'a','type':'work'},{'value':'b','type':'home'},"
                                + "{'value':'c','type':'work'}]");

        Answer done = scim.patch(user, "{'op':'add','path':'emails[type eq \\'work\\'].display','value':'W'}");
        assertThat(done.at("/emails/0/display") + done.at("/emails/1/display") + done.at("/emails/2/display"))
                .isEqualTo("WW");
        assertThat(done.all("emails.value")).containsExactly("a", "b", "c");

        for (String path : List.of(
                "emails[type eq \\'other\\'].value",
                "emails[type eq \\'other\\']",
                "phoneNumbers[type eq \\'work\\'].value")) {
            String value = path.endsWith("value") ? "'x'" : "{'value':'x'}";
            Refusals.patch(scim, user, "{'op':'add','path':'" + path + "','value':" + value + "}", 400, "noTarget");
        }
    }

    @Test
    @Tag("R-7644-3.5.2.1-10")
    void nothing_added_is_nothing_changed(Scim scim) {
        String user = "/Users/" + scim.user("anna", EMAILS + ",'title':'Dean','name':{'familyName':'Berg'}");

        for (String given : List.of(
                "'path':'title','value':null",
                "'path':'emails','value':[]",
                "'path':'emails','value':null",
                "'path':'name','value':null",
                "'path':'name.familyName','value':null",
                "'path':'name','value':{}",
                "'value':{'title':null,'emails':[],'name':{}}",
                "'value':{}")) {
            same(scim, user, "{'op':'add'," + given + "}");
        }
    }

    @Test
    @Tag("R-7644-3.5.2.1-11")
    void a_member_given_twice_is_one_member(Scim scim) {
        String anna = scim.user("anna");
        String bert = scim.user("bert");
        String group = "/Groups/" + scim.group("Staff");

        Answer done = scim.patch(
                group,
                "{'op':'add','path':'members','value':[{'value':'" + anna + "'},{'value':'" + bert + "'},{'value':'"
                        + anna + "','display':'Anna'}]},{'op':'add','path':'members','value':[{'value':'" + anna
                        + "'}]}");

        assertThat(done.all("members.value")).containsExactlyInAnyOrder(anna, bert);
    }
}
