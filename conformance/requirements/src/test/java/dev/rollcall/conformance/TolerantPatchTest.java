package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.ENTERPRISE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Refusals;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.SharedServer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is forgiven in PATCH by default. */
class TolerantPatchTest {
    @RegisterExtension
    static final SharedServer SERVER = SharedServer.tolerant();

    @Test
    @Tag("R-7644-3.5.2-05")
    @Tag("DEC-10")
    void operations_have_no_case(Scim scim) {
        String user = "/Users/" + scim.user("anna");

        assertThat(scim.patch(user, "{'op':'Add','path':'title','value':'a'}").at("/title"))
                .isEqualTo("a");
        assertThat(scim.patch(user, "{'op':'REPLACE','path':'title','value':'b'}")
                        .at("/title"))
                .isEqualTo("b");
        assertThat(scim.patch(user, "{'op':'Remove','path':'title'}").has("title"))
                .isFalse();
        Refusals.patch(scim, user, "{'op':'Move','path':'title'}", 400, "invalidSyntax");
    }

    @Test
    @Tag("R-7644-3.5.2-25")
    @Tag("DEC-10")
    void keys_of_a_value_without_a_path_may_be_paths(Scim scim) {
        String user =
                "/Users/" + scim.user("anna", "'name':{'familyName':'Berg'},'emails':[{'value':'a','type':'work'}]");

        Answer done = scim.patch(
                user,
                "{'op':'replace','value':{'name.givenName':'Anna','" + ENTERPRISE + ":department':'Sales','"
                        + ENTERPRISE + "':{'division':'North'},'emails[type eq \\'work\\'].value':'b','" + Scim.USER
                        + ":title':'Dean'}}");

        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(done.at("/name/familyName") + done.at("/name/givenName")).isEqualTo("BergAnna");
        assertThat(done.json().path(ENTERPRISE).path("department").asText()).isEqualTo("Sales");
        assertThat(done.json().path(ENTERPRISE).path("division").asText()).isEqualTo("North");
        assertThat(done.all("emails.value")).containsExactly("b");
        assertThat(done.at("/title")).isEqualTo("Dean");
    }

    @Test
    @Tag("R-7644-3.5.2-24")
    @Tag("DEC-08")
    void an_unknown_attribute_in_a_value_is_passed_over_but_not_in_a_path(Scim scim) {
        String user = "/Users/" + scim.user("anna");

        Answer done = scim.patch(user, "{'op':'add','value':{'title':'Dean','shoeSize':43,'name':{'colour':'red'}}}");
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.at("/title")).isEqualTo("Dean");
        assertThat(done.text()).doesNotContain("shoeSize", "colour");
        Refusals.patch(scim, user, "{'op':'add','path':'shoeSize','value':43}", 400, "invalidPath");
    }

    @Test
    @Tag("R-7644-3.5.2-29")
    void read_only_attributes_without_a_path_are_passed_over_but_not_with_one(Scim scim) {
        Answer created = scim.post("/Users", Scim.userBody("anna", ""));
        String user = "/Users/" + created.id();

        Answer done = scim.patch(
                user, "{'op':'replace','value':{'id':'x','meta':{'created':'2001-01-01T00:00:00Z'},'title':'Dean'}}");
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.id()).isEqualTo(created.id());
        assertThat(done.at("/meta/created")).isEqualTo(created.at("/meta/created"));
        assertThat(done.at("/title")).isEqualTo("Dean");
        Refusals.patch(scim, user, "{'op':'replace','path':'id','value':'x'}", 400, "mutability");
    }

    @Test
    @Tag("R-7644-3.5.2.1-09")
    @Tag("R-7644-3.5.2.3-08")
    @Tag("DEC-10")
    void a_filter_that_selects_nothing_makes_what_it_describes(Scim scim) {
        for (String op : List.of("add", "replace")) {
            String user = "/Users/" + scim.user("anna-" + op, "'emails':[{'value':'a','type':'home'}]");

            Answer done = scim.patch(user, "{'op':'" + op + "','path':'emails[type eq \\'work\\'].value','value':'b'}");
            assertThat(done.status()).as(op).isEqualTo(200);
            assertThat(done.all("emails.value")).containsExactly("a", "b");
            assertThat(done.all("emails.type")).containsExactly("home", "work");
            Refusals.patch(
                    scim,
                    user,
                    "{'op':'" + op + "','path':'emails[type co \\'oth\\'].value','value':'c'}",
                    400,
                    "noTarget");
        }
    }

    @Test
    @Tag("R-7644-3.5.2.2-09")
    @Tag("DEC-10")
    void a_list_of_values_removes_exactly_those(Scim scim) {
        String anna = scim.user("anna");
        String bert = scim.user("bert");
        String carl = scim.user("carl");
        String group = "/Groups/" + scim.group("Staff", anna, bert, carl);

        Answer done = scim.patch(
                group, "{'op':'remove','path':'members','value':[{'value':'" + anna + "'},{'value':'nobody'}]}");
        assertThat(done.all("members.value")).containsExactlyInAnyOrder(bert, carl);
        assertThat(scim.patch(group, "{'op':'remove','path':'members','value':[]}")
                        .all("members.value"))
                .containsExactlyInAnyOrder(bert, carl);
    }
}
