package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.ENTERPRISE;
import static dev.rollcall.conformance.server.Scim.GROUP;
import static dev.rollcall.conformance.server.Scim.USER;
import static dev.rollcall.conformance.server.Scim.enterpriseBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Found;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.StrictServer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a filter can be about (RFC 7644 §3.4.2.2). */
@ExtendWith(StrictServer.class)
class FilterAttributeTest {
    private static void refused(Scim scim, String endpoint, String filter) {
        Answer answer = Found.answer(scim, endpoint, filter);
        assertThat(answer.status()).as(filter).isEqualTo(400);
        assertThat(answer.scimType()).as(filter).isEqualTo("invalidFilter");
        assertThat(answer.has("Resources")).as(filter).isFalse();
    }

    private static void works(Scim scim) {
        scim.user(
                "anna",
                "'externalId':'Ext-1','name':{'familyName':'Berg','givenName':'Anna'},"
                        + "'emails':[{'value':'anna@work.example','type':'work'},{'value':'anna@home.example','type':'home'}],"
                        + "'ims':[{'value':'anna@im.example','type':'xmpp'}]");
        scim.user(
                "bert",
                "'externalId':'ext-1','emails':[{'value':'bert@home.example','type':'work'},"
                        + "{'value':'bert@work.example','type':'home'}]");
    }

    @Test
    @Tag("R-7644-3.4.2.2-13")
    @Tag("R-7644-3.4.2.2-19")
    void brackets_hold_for_one_value_and_dots_for_any(Scim scim) {
        works(scim);

        assertThat(Found.users(scim, "emails[type eq 'work' and value co 'work.example']"))
                .containsExactly("anna");
        assertThat(Found.users(scim, "emails.type eq 'work' and emails.value co 'work.example'"))
                .containsExactly("anna", "bert");
        assertThat(Found.users(scim, "emails[type eq 'work' and not (value co 'work.example')]"))
                .containsExactly("bert");
        assertThat(Found.users(scim, "emails[type eq 'other' or value sw 'bert@']"))
                .containsExactly("bert");
        assertThat(Found.users(scim, "emails[type eq 'work' and value co '@work'] or ims[type eq 'skype']"))
                .containsExactly("anna");
        assertThat(Found.users(scim, "not (emails[type eq 'work' and value co 'work.example'])"))
                .containsExactly("bert");
    }

    @Test
    @Tag("R-7644-3.4.2.2-14")
    void brackets_hold_a_filter_on_the_parts_of_their_attribute(Scim scim) {
        works(scim);

        for (String filter : List.of(
                "emails[colour eq 'red']",
                "emails[userName eq 'anna']",
                "emails[type eq 'work' and colour pr]",
                "emails[emails[type eq 'work']]",
                "emails[type eq 'work' and ims[type eq 'xmpp']]",
                "emails[type like 'work']",
                "emails[primary eq 'x']",
                "emails[]",
                "userName[value eq 'anna']")) {
            refused(scim, "/Users", filter);
        }
    }

    @Test
    @Tag("R-7644-3.4.2.2-18")
    @Tag("R-7644-3.4.2.2-32")
    void of_several_values_one_that_matches_is_enough(Scim scim) {
        works(scim);

        assertThat(Found.users(scim, "emails.type eq 'home'")).containsExactly("anna", "bert");
        assertThat(Found.users(scim, "emails.value eq 'anna@home.example'")).containsExactly("anna");
        assertThat(Found.users(scim, "emails.value ne 'anna@home.example'")).containsExactly("anna", "bert");
        assertThat(Found.users(scim, "ims.value ne 'anna@im.example'")).containsExactly("bert");
        assertThat(Found.users(scim, "not (emails.value eq 'anna@home.example')"))
                .containsExactly("bert");
    }

    @Test
    @Tag("R-7644-3.4.2.2-20")
    void an_attribute_of_several_values_stands_for_its_value(Scim scim) {
        works(scim);

        assertThat(Found.users(scim, "emails co 'anna@'")).containsExactly("anna");
        assertThat(Found.users(scim, "emails eq 'BERT@work.example'")).containsExactly("bert");
        assertThat(Found.users(scim, "emails ew '@home.example' and ims sw 'anna'"))
                .containsExactly("anna");
    }

    @Test
    @Tag("R-7644-3.4.2.2-21")
    void of_one_complex_value_a_part_is_named(Scim scim) {
        works(scim);

        refused(scim, "/Users", "name eq 'Berg'");
        refused(scim, "/Users", "name co 'Berg'");
        refused(scim, "/Users", ENTERPRISE + ":manager eq 'x'");
        refused(scim, "/Users", "meta gt '2020-01-01T00:00:00Z'");
        refused(scim, "/Users", "addresses eq 'x'");
        assertThat(Found.users(scim, "name pr")).containsExactly("anna");
        assertThat(Found.users(scim, "name.familyName eq 'berg'")).containsExactly("anna");
    }

    @Test
    @Tag("R-7644-3.4.2.2-22")
    void a_default_value_is_found_as_it_was_returned(Scim scim) {
        Answer created = scim.post("/Users", Scim.userBody("anna", ""));
        scim.user("bert", "'active':false");

        assertThat(created.json().path("active").booleanValue()).isTrue();
        assertThat(Found.users(scim, "active eq true")).containsExactly("anna");
        assertThat(Found.users(scim, "active pr")).containsExactly("anna", "bert");
        assertThat(Found.users(scim, "active ne false")).containsExactly("anna");
    }

    @Test
    @Tag("R-7644-3.4.2.2-24")
    void case_matters_where_the_schema_says_so(Scim scim) {
        works(scim);
        String anna = Found.names(Found.answer(scim, "/Users", "userName eq 'anna'"), "id")
                .get(0);
        String staff = scim.group("Staff", anna);

        assertThat(Found.users(scim, "userName eq 'ANNA'")).containsExactly("anna");
        assertThat(Found.users(scim, "userName sw 'AN'")).containsExactly("anna");
        assertThat(Found.users(scim, "externalId eq 'Ext-1'")).containsExactly("anna");
        assertThat(Found.users(scim, "externalId eq 'EXT-1'")).isEmpty();
        assertThat(Found.users(scim, "externalId sw 'ext'")).containsExactly("bert");
        assertThat(Found.users(scim, "id eq '" + anna + "'")).containsExactly("anna");
        assertThat(Found.users(scim, "id eq '" + anna.toUpperCase(Locale.ROOT) + "'"))
                .isEmpty();
        assertThat(Found.names(Found.answer(scim, "/Groups", "members.value eq '" + anna + "'"), "id"))
                .containsExactly(staff);
        assertThat(Found.names(
                        Found.answer(scim, "/Groups", "members.value eq '" + anna.toUpperCase(Locale.ROOT) + "'"),
                        "id"))
                .isEmpty();
    }

    @Test
    @Tag("R-7644-3.4.2.2-25")
    void schemas_can_be_asked_for(Scim scim) {
        scim.user("anna");
        scim.post("/Users", enterpriseBody("bert", "'department':'Sales'"));

        assertThat(Found.users(scim, "schemas eq '" + ENTERPRISE + "'")).containsExactly("bert");
        assertThat(Found.users(scim, "schemas eq '" + USER + "'")).containsExactly("anna", "bert");
        assertThat(Found.users(scim, "not (schemas eq '" + ENTERPRISE + "')")).containsExactly("anna");
        assertThat(Found.users(scim, "schemas eq '" + GROUP + "'")).isEmpty();
    }

    @Test
    @Tag("R-7644-3.4.2.2-26")
    void names_may_be_qualified_by_their_schema(Scim scim) {
        scim.user("john", "'name':{'familyName':'Berg'}");
        String boss = scim.user("jane");
        scim.post("/Users", enterpriseBody("kate", "'department':'Sales','manager':{'value':'" + boss + "'}"));

        assertThat(Found.users(scim, USER + ":userName sw 'J'")).containsExactly("john", "jane");
        assertThat(Found.users(scim, USER + ":name.familyName eq 'berg'")).containsExactly("john");
        assertThat(Found.users(scim, ENTERPRISE + ":department eq 'sales'")).containsExactly("kate");
        assertThat(Found.users(scim, ENTERPRISE.toUpperCase(Locale.ROOT) + ":DEPARTMENT pr"))
                .containsExactly("kate");
        assertThat(Found.users(scim, ENTERPRISE + ":manager.value eq '" + boss + "'"))
                .containsExactly("kate");
        assertThat(Found.users(scim, "not (" + ENTERPRISE + ":department pr) and userName ew 'e'"))
                .containsExactly("jane");
    }

    @Test
    @Tag("R-7644-3.4.2.2-27")
    void what_every_resource_has_can_be_asked_for(Scim scim) {
        works(scim);
        Answer anna = Found.answer(scim, "/Users", "userName eq 'anna'");
        String id = anna.at("/Resources/0/id");
        String created = anna.at("/Resources/0/meta/created");
        String version = anna.at("/Resources/0/meta/version").replace("\"", "\\'");

        assertThat(Found.users(scim, "meta.lastModified gt '2011-05-13T04:42:34Z'"))
                .hasSize(2);
        assertThat(Found.users(scim, "meta.lastModified lt '2011-05-13T04:42:34Z'"))
                .isEmpty();
        assertThat(Found.users(scim, "meta.created ge '" + created + "'")).contains("anna");
        assertThat(Found.users(scim, "meta.created lt '" + created + "'")).isEmpty();
        assertThat(Found.users(scim, "meta.resourceType eq 'User'")).hasSize(2);
        assertThat(Found.users(scim, "meta.resourceType eq 'Group'")).isEmpty();
        assertThat(Found.users(scim, "id eq '" + id + "'")).containsExactly("anna");
        assertThat(Found.users(scim, "externalId eq 'Ext-1'")).containsExactly("anna");
        assertThat(Found.users(scim, "id eq '" + id + "' and meta.version eq '" + version + "'"))
                .containsExactly("anna");
        assertThat(Found.users(scim, "id eq '" + id + "' and meta.version ne '" + version + "'"))
                .isEmpty();
    }

    @Test
    @Tag("R-7644-3.4.2.2-28")
    void an_attribute_that_a_type_lacks_is_refused_there(Scim scim) {
        scim.user("anna");
        scim.group("Staff");

        for (String filter : List.of(
                "shoeSize eq 'x'",
                "shoeSize pr",
                "shoeSize ne 'x'",
                "not (shoeSize pr)",
                "userName pr or shoeSize pr",
                "name.colour eq 'x'",
                "members pr",
                "urn:example:nothing:userName pr",
                ENTERPRISE + ":userName pr",
                "department pr")) {
            refused(scim, "/Users", filter);
        }
        refused(scim, "/Groups", "userName eq 'anna'");
    }

    @Test
    @Tag("R-7644-3.4.2.2-34")
    @Tag("R-7644-3.4.2.2-35")
    @Tag("R-7643-4.1.1-16")
    @Tag("R-7644-7.5.2-01")
    @Tag("R-7644-3.12-17")
    void a_secret_cannot_be_guessed_by_filters(Scim scim) {
        scim.user("anna", "'password':'Tr0ub4dor&3-long'");

        for (String filter : List.of(
                "password pr",
                "password eq 'Tr0ub4dor&3-long'",
                "password sw 'T'",
                "not (password eq 'x')",
                "userName eq 'anna' and password ne 'x'",
                USER + ":password co 'o'")) {
            Answer inUrl = Found.answer(scim, "/Users", filter);
            assertThat(inUrl.status()).as(filter).isEqualTo(403);
            assertThat(inUrl.scimType()).as(filter).isEqualTo("sensitive");
            assertThat(inUrl.at("/status")).as(filter).isEqualTo("403");
            assertThat(inUrl.text()).as(filter).doesNotContain("Tr0ub4dor");
            Answer searched = scim.search("/Users", "'filter':'" + filter.replace("'", "\\'") + "'");
            assertThat(searched.status()).as(filter).isEqualTo(400);
            assertThat(searched.scimType()).as(filter).isEqualTo("invalidFilter");
            assertThat(searched.has("Resources")).as(filter).isFalse();
        }
        Answer sorted = scim.get("/Users?sortBy=password");
        assertThat(sorted.status()).isEqualTo(400);
        assertThat(sorted.has("Resources")).isFalse();
    }

    @Test
    @Tag("R-7644-3.4.2.2-35")
    void a_filter_may_use_what_the_answer_does_not_show(Scim scim) {
        works(scim);

        Answer found = scim.get("/Users?attributes=userName&filter=emails co 'bert@'");
        assertThat(found.all("Resources.userName")).containsExactly("bert");
        assertThat(found.all("Resources.emails")).isEmpty();

        found = scim.get("/Users?excludedAttributes=externalId&filter=externalId eq 'Ext-1'");
        assertThat(found.all("Resources.userName")).containsExactly("anna");
        assertThat(found.all("Resources.externalId")).isEmpty();
    }
}
