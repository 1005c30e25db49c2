package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Members.members;
import static dev.rollcall.conformance.server.Scim.USER;
import static dev.rollcall.conformance.server.Scim.userBody;
import static dev.rollcall.conformance.server.SharedServer.thing;
import static dev.rollcall.conformance.server.SharedServer.thingBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.SharedServer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is always shown, what never, and what on request: RFC 7644 §3.4.2.5 and §3.9, RFC 7643 §7. */
class ReturnedTest {
    @RegisterExtension
    static final SharedServer SERVER = SharedServer.withThings();

    @Test
    @Tag("R-7644-3.4.2.5-02")
    @Tag("R-7644-3.9-01")
    @Tag("R-7644-3.9-02")
    void what_is_always_returned_is_always_returned(Scim scim) {
        String id = thing(scim, "anvil", "'anchor':'here','count':1");

        Answer without = scim.get("/Things/" + id + "?excludedAttributes=id,schemas,anchor,count,owners.value");
        assertThat(members(without))
                .contains("id", "schemas", "anchor", "name", "meta")
                .doesNotContain("count");
        assertThat(without.all("owners.value")).containsExactly("mira");

        Answer only = scim.get("/Things/" + id + "?attributes=count");
        assertThat(members(only)).containsExactlyInAnyOrder("schemas", "id", "anchor", "count");
        assertThat(members(scim.get("/Things/" + id + "?attributes=owners.share")))
                .containsExactlyInAnyOrder("schemas", "id", "anchor", "owners");
    }

    @Test
    @Tag("R-7644-3.9-09")
    void a_password_is_never_shown(Scim scim) {
        Answer created = scim.post(
                "/Users?attributes=password,title", userBody("anna", "'password':'Tr0ub4dor&3-long','title':'Dean'"));
        String user = "/Users/" + created.id();
        List<Answer> answers = List.of(
                created,
                scim.get(user),
                scim.get(user + "?attributes=password"),
                scim.get(user + "?attributes=" + USER + ":password"),
                scim.get("/Users?attributes=password"),
                scim.search("/Users", "'attributes':['password']"),
                scim.put(user + "?attributes=password", userBody("anna", "'password':'Tr0ub4dor&3-longer'")),
                scim.patch(
                        user + "?attributes=password",
                        "{'op':'replace','path':'password','value':'Tr0ub4dor&3-longest'}"));
        for (Answer answer : answers) {
            assertThat(answer.status()).isIn(200, 201);
            assertThat(answer.text()).doesNotContain("password", "Tr0ub4dor");
        }
    }

    @Test
    @Tag("R-7644-3.9-10")
    void what_is_returned_on_request_is_shown_to_who_names_or_writes_it(Scim scim) {
        Answer created = scim.post("/Things", thingBody("anvil", "'note':'n1','count':1"));
        String thing = "/Things/" + created.id();
        assertThat(created.at("/note")).isEqualTo("n1");
        assertThat(members(scim.post("/Things", thingBody("bolt", "'count':1"))))
                .doesNotContain("note");

        assertThat(members(scim.get(thing))).contains("count").doesNotContain("note");
        assertThat(scim.get("/Things").text()).doesNotContain("n1");
        assertThat(members(scim.get(thing + "?excludedAttributes=count"))).doesNotContain("note");
        assertThat(scim.get(thing + "?attributes=note").at("/note")).isEqualTo("n1");
        assertThat(scim.get("/Things?attributes=note").all("Resources.note")).containsExactly("n1");
        assertThat(scim.search("/Things", "'attributes':['note']").all("Resources.note"))
                .containsExactly("n1");

        assertThat(members(scim.patch(thing, "{'op':'replace','path':'count','value':2}")))
                .doesNotContain("note");
        assertThat(scim.patch(thing, "{'op':'replace','path':'note','value':'n2'}")
                        .at("/note"))
                .isEqualTo("n2");
        assertThat(scim.put(thing, thingBody("anvil", "'note':'n3'")).at("/note"))
                .isEqualTo("n3");
        assertThat(members(scim.put(thing, thingBody("anvil", "")))).doesNotContain("note");
    }
}
