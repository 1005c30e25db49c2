package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Members.members;
import static dev.rollcall.conformance.server.Scim.ENTERPRISE;
import static dev.rollcall.conformance.server.Scim.USER;
import static dev.rollcall.conformance.server.Scim.enterpriseBody;
import static dev.rollcall.conformance.server.Scim.userBody;
import static dev.rollcall.conformance.server.SharedServer.thing;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.SharedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which attributes are shown: RFC 7644 §3.4.2.5 and §3.9. */
class ProjectionTest {
    @RegisterExtension
    static final SharedServer SERVER = SharedServer.withThings();

    private static final String MORE =
            "'title':'Dean','nickName':'Anni','name':{'familyName':'Berg','givenName':'Anna'},"
                    + "'emails':[{'value':'a@x.example','type':'work','primary':true},{'value':'b@x.example','type':'home'}]";

    @Test
    @Tag("R-7644-3.4.2.5-01")
    @Tag("R-7644-3.3-11")
    @Tag("R-7644-3.9-01")
    void attributes_says_what_is_shown_by_every_operation(Scim scim) {
        List<Answer> answers = new ArrayList<>();
        answers.add(scim.post("/Users?attributes=title", userBody("anna", MORE)));
        String user = "/Users/" + answers.get(0).id();
        answers.add(scim.get(user + "?attributes=title"));
        answers.add(scim.put(user + "?attributes=title", userBody("anna", MORE)));
        answers.add(scim.patch(user + "?attributes=title", "{'op':'replace','path':'nickName','value':'A'}"));
        for (Answer answer : answers) {
            assertThat(members(answer)).containsExactlyInAnyOrder("schemas", "id", "title");
            assertThat(answer.at("/title")).isEqualTo("Dean");
        }
        for (Answer list : List.of(
                scim.get("/Users?attributes=title"),
                scim.get("/?attributes=title"),
                scim.search("/Users", "'attributes':['title']"),
                scim.search("", "'attributes':['title']"))) {
            assertThat(members(list.json().at("/Resources/0"))).containsExactlyInAnyOrder("schemas", "id", "title");
        }
    }

    @Test
    @Tag("R-7644-3.4.2.5-01")
    @Tag("R-7644-3.3-11")
    @Tag("R-7644-3.9-02")
    void excluded_attributes_says_what_is_left_out_by_every_operation(Scim scim) {
        List<Answer> answers = new ArrayList<>();
        String without = "?excludedAttributes=title,emails";
        answers.add(scim.post("/Users" + without, userBody("anna", MORE)));
        String user = "/Users/" + answers.get(0).id();
        answers.add(scim.get(user + without));
        answers.add(scim.put(user + without, userBody("anna", MORE)));
        answers.add(scim.patch(user + without, "{'op':'replace','path':'nickName','value':'Anni'}"));
        for (Answer answer : answers) {
            assertThat(members(answer))
                    .containsExactlyInAnyOrder("schemas", "id", "meta", "userName", "active", "nickName", "name");
        }
        for (Answer list : List.of(
                scim.get("/Users" + without), scim.search("/Users", "'excludedAttributes':['title','emails']"))) {
            assertThat(members(list.json().at("/Resources/0")))
                    .containsExactlyInAnyOrder("schemas", "id", "meta", "userName", "active", "nickName", "name");
        }
    }

    @Test
    @Tag("R-7644-3.4.2.5-03")
    void names_are_those_of_filters_and_have_no_case(Scim scim) {
        Answer created = scim.post(
                "/Users",
                "{'schemas':['" + USER + "','" + ENTERPRISE + "'],'userName':'anna'," + MORE + ",'" + ENTERPRISE
                        + "':{'department':'Sales','division':'North'}}");
        String user = "/Users/" + created.id();

        for (String name : List.of("TITLE", "Title", USER + ":title", USER.toUpperCase(Locale.ROOT) + ":TITLE")) {
            assertThat(members(scim.get(user + "?attributes=" + name)))
                    .as(name)
                    .containsExactlyInAnyOrder("schemas", "id", "title");
            assertThat(members(scim.get(user + "?excludedAttributes=" + name)))
                    .as(name)
                    .contains("userName", "emails")
                    .doesNotContain("title");
        }
        for (String name : List.of("name.givenName", "NAME.GIVENNAME", USER + ":name.givenName")) {
            assertThat(members(scim.get(user + "?attributes=" + name).json().path("name")))
                    .as(name)
                    .containsExactly("givenName");
            assertThat(members(scim.get(user + "?excludedAttributes=" + name)
                            .json()
                            .path("name")))
                    .as(name)
                    .containsExactly("familyName");
        }
        String department = ENTERPRISE + ":department";
        Answer only = scim.get(user + "?attributes=" + department);
        assertThat(members(only)).containsExactlyInAnyOrder("schemas", "id", ENTERPRISE);
        assertThat(members(only.json().path(ENTERPRISE))).containsExactly("department");
        assertThat(members(scim.get(user + "?excludedAttributes=" + department)
                        .json()
                        .path(ENTERPRISE)))
                .containsExactly("division");
    }

    @Test
    @Tag("R-7644-3.9-03")
    void the_two_parameters_exclude_each_other(Scim scim) {
        String user = "/Users/" + scim.user("anna", MORE);

        List<Answer> answers = List.of(
                scim.get(user + "?attributes=title&excludedAttributes=emails"),
                scim.get("/Users?attributes=title&excludedAttributes=emails"),
                scim.post("/Users?attributes=title&excludedAttributes=emails", userBody("bert", "")),
                scim.put(user + "?attributes=title&excludedAttributes=emails", userBody("changed", "")),
                scim.patch(
                        user + "?attributes=title&excludedAttributes=emails",
                        "{'op':'replace','path':'userName','value':'changed'}"),
                scim.search("/Users", "'attributes':['title'],'excludedAttributes':['emails']"));
        for (Answer answer : answers) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.scimType()).isEqualTo("invalidValue");
            assertThat(answer.detail()).contains("attributes", "excludedAttributes");
        }
        assertThat(scim.get("/Users").all("Resources.userName")).containsExactly("anna");
    }

    @Test
    @Tag("R-7644-3.9-04")
    void several_names_have_commas_blanks_or_parameters_of_their_own(Scim scim) {
        String user = "/Users/" + scim.user("anna", MORE);

        for (String query : List.of(
                "attributes=title,nickName",
                "attributes=title , nickName ",
                "attributes=,title,,nickName,",
                "attributes=title&attributes=nickName")) {
            assertThat(members(scim.get(user + "?" + query)))
                    .as(query)
                    .containsExactlyInAnyOrder("schemas", "id", "title", "nickName");
        }
        for (String query :
                List.of("excludedAttributes=title, nickName", "excludedAttributes=title&excludedAttributes=nickName")) {
            assertThat(members(scim.get(user + "?" + query)))
                    .as(query)
                    .contains("name", "emails")
                    .doesNotContain("title", "nickName");
        }
        assertThat(members(scim.search("/Users", "'attributes':['title',' nickName']")
                        .json()
                        .at("/Resources/0")))
                .containsExactlyInAnyOrder("schemas", "id", "title", "nickName");
        assertThat(scim.search("/Users", "'attributes':'title'").status()).isEqualTo(400);
    }

    @Test
    @Tag("R-7644-3.9-05")
    void a_part_of_several_values_is_shown_of_each(Scim scim) {
        String user = "/Users/" + scim.user("anna", MORE);

        JsonNode emails = scim.get(user + "?attributes=emails.value").json().path("emails");
        assertThat(emails).hasSize(2);
        emails.forEach(email -> assertThat(members(email)).containsExactly("value"));

        String thing = thing(scim, "anvil", "");
        scim.patch(
                "/Things/" + thing,
                "{'op':'replace','path':'owners','value':[{'value':'noor','share':5,'primary':true}]}");
        JsonNode owner =
                scim.get("/Things/" + thing + "?attributes=owners.share").json().at("/owners/0");
        assertThat(members(owner)).containsExactlyInAnyOrder("value", "share");
    }

    @Test
    @Tag("R-7644-3.9-06")
    void a_complex_attribute_is_shown_with_all_its_parts(Scim scim) {
        String user = "/Users/" + scim.user("anna", MORE);

        assertThat(members(scim.get(user + "?attributes=name").json().path("name")))
                .containsExactlyInAnyOrder("familyName", "givenName");
        assertThat(members(scim.get(user + "?attributes=emails").json().at("/emails/0")))
                .containsExactlyInAnyOrder("value", "type", "primary");
        assertThat(members(scim.get(user + "?attributes=name,name.givenName")
                        .json()
                        .path("name")))
                .containsExactlyInAnyOrder("familyName", "givenName");
    }

    @Test
    @Tag("R-7644-3.9-07")
    void the_uri_of_a_schema_names_all_of_it_and_what_is_unknown_names_nothing(Scim scim) {
        Answer created = scim.post("/Users", enterpriseBody("anna", "'department':'Sales','division':'North'"));
        String user = "/Users/" + created.id();

        Answer only = scim.get(user + "?attributes=" + ENTERPRISE);
        assertThat(members(only)).containsExactlyInAnyOrder("schemas", "id", ENTERPRISE);
        assertThat(members(only.json().path(ENTERPRISE))).containsExactlyInAnyOrder("department", "division");
        assertThat(members(scim.get(user + "?excludedAttributes=" + ENTERPRISE)))
                .contains("userName")
                .doesNotContain(ENTERPRISE);
        assertThat(members(scim.get(user + "?attributes=shoeSize"))).containsExactlyInAnyOrder("schemas", "id");
        assertThat(members(scim.get(user + "?attributes=shoeSize,userName,name.colour,a b,urn:x:y")))
                .containsExactlyInAnyOrder("schemas", "id", "userName");
        assertThat(scim.get(user + "?excludedAttributes=shoeSize").text())
                .isEqualTo(scim.get(user).text());
    }

    @Test
    @Tag("R-7644-3.9-08")
    void what_loses_all_its_parts_is_not_shown_empty(Scim scim) {
        String user = "/Users/" + scim.user("anna", MORE);

        assertThat(members(scim.get(user + "?excludedAttributes=name.familyName,name.givenName")))
                .contains("emails")
                .doesNotContain("name");
        assertThat(members(scim.get(user + "?excludedAttributes=emails.value,emails.type,emails.primary")))
                .contains("name")
                .doesNotContain("emails");
        assertThat(members(scim.get(user + "?attributes=name.middleName"))).containsExactlyInAnyOrder("schemas", "id");
        assertThat(members(scim.get(user + "?attributes=emails.display"))).containsExactlyInAnyOrder("schemas", "id");

        String staff = scim.post("/Users", enterpriseBody("bert", "'department':'Sales'"))
                .id();
        assertThat(members(scim.get("/Users/" + staff + "?excludedAttributes=" + ENTERPRISE + ":department")))
                .doesNotContain(ENTERPRISE);
    }

    @Test
    @Tag("R-7644-3.9-11")
    void an_empty_parameter_says_nothing(Scim scim) {
        String user = "/Users/" + scim.user("anna", MORE);
        String plain = scim.get(user).text();

        for (String query :
                List.of("attributes=", "excludedAttributes=", "attributes=&excludedAttributes=", "attributes=%20,")) {
            assertThat(scim.get(user + "?" + query).text()).as(query).isEqualTo(plain);
        }
        assertThat(members(scim.get(user + "?attributes=&excludedAttributes=title")))
                .doesNotContain("title");
    }
}
