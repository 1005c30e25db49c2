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

/** What PATCH may not do to an attribute (RFC 7644 §3.5.2). */
class PatchMutabilityTest {
    @RegisterExtension
    static final SharedServer SERVER = SharedServer.withThings();

    @Test
    @Tag("R-7644-3.5.2-10")
    void what_is_read_only_cannot_be_changed(Scim scim) {
        String user = "/Users/" + scim.user("anna");
        String anvil = "/Things/" + thing(scim, "anvil", "");

        for (String path : List.of(
                "id",
                "meta",
                "meta.version",
                "meta.created",
                "groups",
                "groups[value eq \\'x\\']",
                "groups.value",
                Scim.ENTERPRISE + ":manager.displayName")) {
            Refusals.patch(scim, user, "{'op':'add','path':'" + path + "','value':'x'}", 400, "mutability");
            Refusals.patch(scim, user, "{'op':'replace','path':'" + path + "','value':'x'}", 400, "mutability");
            Refusals.patch(scim, user, "{'op':'remove','path':'" + path + "'}", 400, "mutability");
        }
        Refusals.patch(scim, anvil, "{'op':'add','path':'stock','value':'x'}", 400, "mutability");
        Refusals.patch(scim, anvil, "{'op':'remove','path':'stock'}", 400, "mutability");
    }

    @Test
    @Tag("R-7644-3.5.2-11")
    void what_is_immutable_is_set_once(Scim scim) {
        String anvil = "/Things/" + thing(scim, "anvil", "");

        Answer set = scim.patch(
                anvil, "{'op':'add','path':'serial','value':'s1'},{'op':'add','path':'labels','value':['l1']}");
        assertThat(set.at("/serial")).isEqualTo("s1");
        assertThat(set.all("labels")).containsExactly("l1");

        Refusals.patch(scim, anvil, "{'op':'replace','path':'serial','value':'s2'}", 400, "mutability");
        Refusals.patch(scim, anvil, "{'op':'add','path':'serial','value':'s2'}", 400, "mutability");
        Refusals.patch(scim, anvil, "{'op':'remove','path':'serial'}", 400, "mutability");
        Refusals.patch(scim, anvil, "{'op':'replace','value':{'serial':'s2'}}", 400, "mutability");
        Refusals.patch(scim, anvil, "{'op':'replace','value':{'serial':null}}", 400, "mutability");
        Refusals.patch(scim, anvil, "{'op':'replace','path':'labels','value':['l2']}", 400, "mutability");
        Refusals.patch(scim, anvil, "{'op':'remove','path':'labels'}", 400, "mutability");
        assertThat(scim.patch(anvil, "{'op':'replace','path':'serial','value':'s1'}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Tag("R-7644-3.5.2-11")
    @Tag("R-7644-3.5.2.2-10")
    void a_member_cannot_change_but_can_go(Scim scim) {
        String anna = scim.user("anna");
        String bert = scim.user("bert");
        String group = "/Groups/" + scim.group("Staff", anna, bert);

        Refusals.patch(
                scim,
                group,
                "{'op':'replace','path':'members[value eq \\'" + anna + "\\'].value','value':'x'}",
                400,
                "mutability");
        Refusals.patch(
                scim, group, "{'op':'remove','path':'members[value eq \\'" + anna + "\\'].type'}", 400, "mutability");

        Answer gone = scim.patch(group, "{'op':'remove','path':'members[value eq \\'" + anna + "\\']'}");
        assertThat(gone.status()).isEqualTo(200);
        assertThat(gone.all("members.value")).containsExactly(bert);
    }

    @Test
    @Tag("R-7644-3.5.2-12")
    void a_value_has_the_type_of_its_attribute(Scim scim) {
        String user = "/Users/" + scim.user("anna", "'emails':[{'value':'a','type':'work'}],'name':{'givenName':'A'}");
        String anvil = "/Things/" + thing(scim, "anvil", "");

        for (String given : List.of(
                "'title','value':5",
                "'title','value':true",
                "'title','value':['a']",
                "'title','value':{'value':'a'}",
                "'active','value':'true'",
                "'active','value':1",
                "'name','value':'Anna'",
                "'name','value':[{'givenName':'A'}]",
                "'name.givenName','value':5",
                "'emails','value':5",
                "'emails','value':[5]",
                "'emails','value':[{'value':5}]",
                "'emails[type eq \\'work\\']','value':'b'",
                "'emails[type eq \\'work\\'].primary','value':'yes'")) {
            for (String op : List.of("add", "replace")) {
                Refusals.patch(scim, user, "{'op':'" + op + "','path':" + given + "}", 400, "invalidValue");
            }
        }
        for (String given : List.of(
                "'count':'9'",
                "'count':1.5",
                "'weight':'heavy'",
                "'time':'yesterday'",
                "'time':2020",
                "'bytes':'*'",
                "'flag':'true'",
                "'tags':[1]",
                "'place':'here'",
                "'owners':[['a']]")) {
            Refusals.patch(scim, anvil, "{'op':'add','value':{" + given + "}}", 400, "invalidValue");
            Refusals.patch(scim, anvil, "{'op':'replace','value':{" + given + "}}", 400, "invalidValue");
        }
    }

    @Test
    @Tag("R-7644-3.5.2-29")
    void read_only_values_without_a_path_are_passed_over_only_if_they_are_true(Scim scim) {
        Answer created = scim.post("/Users", Scim.userBody("anna", ""));
        String user = "/Users/" + created.id();
        String meta = "'meta':{'resourceType':'User','created':'" + created.at("/meta/created") + "'}";

        Answer done = scim.patch(
                user,
                "{'op':'replace','value':{'schemas':['" + Scim.USER + "'],'id':'" + created.id() + "'," + meta
                        + ",'title':'Dean'}}");
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(done.at("/title")).isEqualTo("Dean");

        for (String wrong : List.of(
                "'id':'x'",
                "'meta':{'resourceType':'Group'}",
                "'meta':{'created':'2001-01-01T00:00:00Z'}",
                "'schemas':['" + Scim.GROUP + "']")) {
            Refusals.patch(scim, user, "{'op':'replace','value':{" + wrong + ",'title':'Clerk'}}", 400, "mutability");
        }
    }

    @Test
    @Tag("R-7644-3.5.2-16")
    @Tag("R-7644-3.5.2.3-10")
    void who_becomes_primary_takes_it_from_the_others(Scim scim) {
        String emails = "'emails':[{'value':'a','type':'work','primary':true},{'value':'b','type':'home'}]";
        for (String operation : List.of(
                "{'op':'add','path':'emails','value':[{'value':'c','type':'other','primary':true}]}",
                "{'op':'add','value':{'emails':[{'value':'c','type':'other','primary':true}]}}",
                "{'op':'replace','path':'emails[type eq \\'home\\']','value':{'value':'c','primary':true}}",
                "{'op':'replace','path':'emails[value eq \\'b\\'].primary','value':true}",
                "{'op':'add','path':'emails[type eq \\'home\\'].primary','value':true}",
                "{'op':'add','path':'emails[type eq \\'home\\']','value':{'primary':true}}")) {
            String user = "/Users/" + scim.user("user" + operation.hashCode(), emails);

            Answer done = scim.patch(user, operation);

            assertThat(done.status()).as(operation).isEqualTo(200);
            assertThat(done.text()).as(operation).containsOnlyOnce("\"primary\":true");
            assertThat(done.at("/emails/0/value")).isEqualTo("a");
            assertThat(done.json().at("/emails/0/primary").asBoolean(false))
                    .as(operation)
                    .isFalse();
        }
    }
}
