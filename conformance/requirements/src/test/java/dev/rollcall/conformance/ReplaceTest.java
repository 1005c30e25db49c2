package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.ENTERPRISE;
import static dev.rollcall.conformance.server.Scim.USER;
import static dev.rollcall.conformance.server.Scim.enterpriseBody;
import static dev.rollcall.conformance.server.Scim.groupBody;
import static dev.rollcall.conformance.server.Scim.userBody;
import static dev.rollcall.conformance.server.SharedServer.thing;
import static dev.rollcall.conformance.server.SharedServer.thingBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Refusals;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.SharedServer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** RFC 7644 §3.5.1. */
class ReplaceTest {
    @RegisterExtension
    static final SharedServer SERVER = SharedServer.withThings();

    @Test
    @Tag("R-7644-3.5-01")
    @Tag("R-7644-3.5.1-02")
    void what_is_given_takes_the_place_of_what_was_there(Scim scim) {
        String user = "/Users/"
                + scim.user(
                        "anna",
                        "'title':'Clerk','name':{'familyName':'Berg','givenName':'Anna'},"
                                + "'emails':[{'value':'a','type':'work','display':'A'},{'value':'b','type':'home'}]");

        Answer replaced = scim.put(
                user,
                userBody(
                        "Annie", "'title':'Dean','name':{'familyName':'Cohn'},'emails':[{'value':'a','type':'work'}]"));

        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.at("/userName")).isEqualTo("Annie");
        assertThat(replaced.at("/title")).isEqualTo("Dean");
        assertThat(replaced.json().path("name")).hasSize(1);
        assertThat(replaced.at("/name/familyName")).isEqualTo("Cohn");
        assertThat(replaced.all("emails.value")).containsExactly("a");
        assertThat(replaced.all("emails.display")).isEmpty();
        assertThat(scim.get(user).text()).isEqualTo(replaced.text());

        String group = "/Groups/" + scim.group("Staff");
        assertThat(scim.put(group, groupBody("All")).at("/displayName")).isEqualTo("All");
        String anvil = "/Things/" + thing(scim, "anvil", "'count':1");
        assertThat(scim.put(anvil, thingBody("bolt", "'count':2")).at("/count")).isEqualTo("2");
    }

    @Test
    @Tag("R-7644-3.5.1-01")
    void put_makes_nothing_new(Scim scim) {
        String anna = scim.user("anna");
        String group = scim.group("Staff");

        for (String target : List.of("/Users/new", "/Users/" + group, "/Groups/" + anna)) {
            String body = target.startsWith("/Users") ? userBody("bert", "") : groupBody("Other");
            assertThat(scim.put(target, body).status()).as(target).isEqualTo(404);
        }
        assertThat(scim.put("/Users", userBody("bert", "")).status()).isEqualTo(405);
        assertThat(scim.get("/").all("Resources.id")).containsExactlyInAnyOrder(anna, group);
    }

    @Test
    @Tag("R-7644-3.5.1-03")
    void what_is_left_out_is_cleared(Scim scim) {
        String user = "/Users/"
                + scim.user(
                        "anna",
                        "'title':'Clerk','externalId':'x1','name':{'familyName':'Berg'},"
                                + "'emails':[{'value':'a'}],'active':false");

        Answer replaced = scim.put(user, userBody("anna", ""));

        assertThat(replaced.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("schemas", "id", "meta", "userName", "active");
        assertThat(replaced.json().path("active").asBoolean(true)).isFalse();
        assertThat(scim.get(user).text()).isEqualTo(replaced.text());
    }

    @Test
    @Tag("R-7644-3.5.1-05")
    void nothing_clears(Scim scim) {
        String user =
                "/Users/" + scim.user("anna", "'title':'Clerk','name':{'familyName':'Berg'},'emails':[{'value':'a'}]");

        Answer replaced = scim.put(user, userBody("anna", "'title':null,'name':null,'emails':[]"));

        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.has("title") || replaced.has("name") || replaced.has("emails"))
                .isFalse();
    }

    @Test
    @Tag("R-7644-3.5.1-06")
    @Tag("R-7644-3.5.1-07")
    void what_is_immutable_is_set_once_and_stays(Scim scim) {
        String anvil = "/Things/" + thing(scim, "anvil", "");

        Answer set = scim.put(anvil, thingBody("anvil", "'serial':'s1','labels':['l1','l2']"));
        assertThat(set.at("/serial")).isEqualTo("s1");
        assertThat(set.all("labels")).containsExactly("l1", "l2");

        Refusals.put(scim, anvil, thingBody("bolt", "'serial':'s2'"), 400, "mutability");
        Refusals.put(scim, anvil, thingBody("bolt", "'serial':'S1'"), 400, "mutability");
        Refusals.put(scim, anvil, thingBody("bolt", "'labels':['l1']"), 400, "mutability");

        Answer same = scim.put(anvil, thingBody("bolt", "'serial':'s1','labels':['l1','l2']"));
        assertThat(same.at("/name")).isEqualTo("bolt");
        Answer omitted = scim.put(anvil, thingBody("screw", ""));
        assertThat(omitted.at("/name")).isEqualTo("screw");
        assertThat(omitted.at("/serial")).isEqualTo("s1");
        assertThat(omitted.all("labels")).containsExactly("l1", "l2");
    }

    @Test
    @Tag("R-7644-3.5.1-08")
    void what_is_read_only_is_passed_over(Scim scim) {
        Answer created = scim.post("/Users", userBody("anna", ""));
        String user = "/Users/" + created.id();
        String group = scim.group("Staff", created.id());

        Answer replaced = scim.put(
                user,
                userBody(
                        "anna",
                        "'title':'Dean','id':'other','groups':[],'meta':{'resourceType':'Group',"
                                + "'created':'2001-01-01T00:00:00Z','location':'https://evil.example/'}"));

        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.at("/title")).isEqualTo("Dean");
        assertThat(replaced.id()).isEqualTo(created.id());
        assertThat(replaced.at("/meta/created")).isEqualTo(created.at("/meta/created"));
        assertThat(replaced.at("/meta/resourceType")).isEqualTo("User");
        assertThat(replaced.at("/meta/location")).isEqualTo(created.at("/meta/location"));
        assertThat(replaced.all("groups.value")).containsExactly(group);
        assertThat(scim.get("/Users/other").status()).isEqualTo(404);
    }

    @Test
    @Tag("R-7644-3.5.1-09")
    void what_is_required_is_given(Scim scim) {
        String user = "/Users/" + scim.user("anna", "'title':'Dean'");
        String anvil = "/Things/" + thing(scim, "anvil", "");

        for (String name : List.of("", ",'userName':null", ",'userName':''", ",'userName':' '")) {
            Refusals.put(scim, user, "{'schemas':['" + USER + "']" + name + "}", 400, "invalidValue");
        }
        Refusals.put(scim, anvil, "{'schemas':['" + SharedServer.THING + "'],'name':'bolt'}", 400, "invalidValue");
        Refusals.put(
                scim,
                anvil,
                "{'schemas':['" + SharedServer.THING + "'],'name':'bolt','owners':[]}",
                400,
                "invalidValue");
    }

    @Test
    @Tag("R-7644-3.5.1-10")
    void the_answer_is_the_whole_resource_with_its_version_and_place(Scim scim) {
        Answer created = scim.post("/Users", userBody("anna", ""));
        String user = "/Users/" + created.id();

        Answer replaced = scim.put(user, userBody("anna", "'title':'Dean'"));

        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.text()).isEqualTo(scim.get(user).text());
        assertThat(replaced.header("ETag")).isEqualTo(replaced.version()).isNotEqualTo(created.version());
        assertThat(replaced.header("Location")).isEqualTo(scim.baseUrl() + user);
        assertThat(scim.put(user + "?attributes=title", userBody("anna", "'title':'Rector'"))
                        .has("userName"))
                .isFalse();
    }

    @Test
    @Tag("R-7644-3.5.1-11")
    @Tag("DEC-01")
    void a_name_that_another_has_is_a_conflict(Scim scim) {
        scim.user("anna");
        String bert = "/Users/" + scim.user("bert", "'title':'Dean'");

        Refusals.put(scim, bert, userBody("anna", ""), 409, "uniqueness");
        Refusals.put(scim, bert, userBody("ANNA", ""), 409, "uniqueness");
        assertThat(scim.put(bert, userBody("bert", "'title':'Clerk'")).status()).isEqualTo(200);
        assertThat(scim.put(bert, userBody("BERT", "")).at("/userName")).isEqualTo("BERT");
    }

    @Test
    @Tag("R-7644-3.5.1-12")
    void what_changes_nothing_leaves_version_and_time(Scim scim) {
        Answer created = scim.post(
                "/Users",
                userBody("anna", "'title':'Dean','emails':[{'value':'a','type':'work'}],'name':{'familyName':'B'}"));
        String user = "/Users/" + created.id();

        for (String body : List.of(
                created.text(),
                userBody("anna", "'name':{'familyName':'B'},'emails':[{'type':'work','value':'a'}],'title':'Dean'"))) {
            Answer replaced = scim.put(user, body);
            assertThat(replaced.text()).isEqualTo(created.text());
            assertThat(replaced.header("ETag")).isEqualTo(created.header("ETag"));
        }
        Answer changed = scim.put(user, userBody("anna", ""));
        assertThat(changed.version()).isNotEqualTo(created.version());
    }

    @Test
    @Tag("R-7644-3.5.1-13")
    void an_extension_that_is_left_out_is_cleared(Scim scim) {
        String user = "/Users/"
                + scim.post("/Users", enterpriseBody("anna", "'department':'Sales'"))
                        .id();

        Answer other = scim.put(user, enterpriseBody("anna", "'division':'North'"));
        assertThat(other.json().path(ENTERPRISE)).hasSize(1);
        assertThat(other.json().path(ENTERPRISE).path("division").asText()).isEqualTo("North");
        assertThat(other.all("schemas")).containsExactlyInAnyOrder(USER, ENTERPRISE);

        Answer none = scim.put(user, userBody("anna", ""));
        assertThat(none.has(ENTERPRISE)).isFalse();
        assertThat(none.all("schemas")).containsExactly(USER);
    }

    @Test
    @Tag("R-7644-3.5.1-14")
    void the_members_of_a_group_can_be_replaced(Scim scim) {
        String anna = scim.user("anna");
        String bert = scim.user("bert");
        String carl = scim.user("carl");
        String group = "/Groups/" + scim.group("Staff", anna, bert);

        assertThat(scim.put(group, groupBody("Staff", bert, carl)).all("members.value"))
                .containsExactlyInAnyOrder(bert, carl);
        assertThat(scim.get("/Users/" + anna).has("groups")).isFalse();
        assertThat(scim.get("/Users/" + carl).all("groups.display")).containsExactly("Staff");
        assertThat(scim.put(group, groupBody("Staff")).has("members")).isFalse();
    }

    @Test
    @Tag("R-7644-3.5.1-15")
    void a_version_that_is_not_the_present_one_stops_it(Scim scim) {
        Answer created = scim.post("/Users", userBody("anna", ""));
        String user = "/Users/" + created.id();

        Answer first = scim.put(user, userBody("anna", "'title':'a'"), "If-Match: " + created.version());
        assertThat(first.status()).isEqualTo(200);

        Answer late = scim.put(user, userBody("anna", "'title':'b'"), "If-Match: " + created.version());
        assertThat(late.status()).isEqualTo(412);
        assertThat(scim.get(user).text()).isEqualTo(first.text());
        assertThat(scim.put(user, userBody("anna", "'title':'c'"), "If-Match: *")
                        .status())
                .isEqualTo(200);
    }
}
