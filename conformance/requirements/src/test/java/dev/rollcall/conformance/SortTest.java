package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.ENTERPRISE;
import static dev.rollcall.conformance.server.Scim.enterpriseBody;
import static dev.rollcall.conformance.server.SharedServer.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Found;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.SharedServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** RFC 7644 §3.4.2.3. */
class SortTest {
    @RegisterExtension
    static final SharedServer SERVER = SharedServer.withThings();

    private static List<String> users(Scim scim, String query) {
        return Found.names(scim.get("/Users?" + query), "userName");
    }

    private static List<String> things(Scim scim, String query) {
        return Found.names(scim.get("/Things?" + query), "name");
    }

    @Test
    @Tag("R-7644-3.4.2.3-01")
    @Tag("R-7644-3.4.2.3-02")
    @Tag("R-7644-3.4.2.3-06")
    void a_list_is_ordered_by_the_attribute_upwards_unless_said_otherwise(Scim scim) {
        scim.user("carl", "'title':'b'");
        scim.user("anna", "'title':'c'");
        scim.user("bert", "'title':'a'");

        assertThat(scim.get("/ServiceProviderConfig")
                        .json()
                        .at("/sort/supported")
                        .booleanValue())
                .isTrue();
        assertThat(users(scim, "sortBy=userName")).containsExactly("anna", "bert", "carl");
        assertThat(users(scim, "sortBy=title")).containsExactly("bert", "carl", "anna");
        assertThat(users(scim, "sortBy=title&sortOrder=ascending")).containsExactly("bert", "carl", "anna");
        assertThat(users(scim, "sortBy=title&sortOrder=descending")).containsExactly("anna", "carl", "bert");
        assertThat(users(scim, "sortBy=TITLE&filter=userName ne 'carl'")).containsExactly("bert", "anna");
    }

    @Test
    @Tag("R-7644-3.4.2.3-03")
    @Tag("R-7644-3.4.2.3-04")
    void of_several_values_the_primary_one_decides_or_else_the_first(Scim scim) {
        scim.user("anna", "'emails':[{'value':'a@x.example','type':'home'},{'value':'y@x.example','primary':true}]");
        scim.user("bert", "'emails':[{'value':'m@x.example','type':'home'},{'value':'b@x.example','type':'work'}]");
        scim.user("carl", "'emails':[{'value':'z@x.example','primary':true},{'value':'c@x.example','type':'work'}]");

        assertThat(users(scim, "sortBy=emails.value")).containsExactly("bert", "anna", "carl");
        assertThat(users(scim, "sortBy=emails")).containsExactly("bert", "anna", "carl");
        assertThat(users(scim, "sortBy=emails&sortOrder=descending")).containsExactly("carl", "anna", "bert");
    }

    @Test
    @Tag("R-7644-3.4.2.3-04")
    void a_complex_attribute_is_ordered_by_a_named_part_only(Scim scim) {
        scim.user("anna", "'name':{'givenName':'Zoe','familyName':'Berg'}");
        scim.user("bert", "'name':{'givenName':'Yan','familyName':'Cohn'}");

        assertThat(users(scim, "sortBy=name.givenName")).containsExactly("bert", "anna");
        assertThat(users(scim, "sortBy=name.familyName")).containsExactly("anna", "bert");
        for (String by : List.of("name", "addresses", "meta", ENTERPRISE)) {
            Answer refused = scim.get("/Users?sortBy=" + by);

            assertThat(refused.status()).as(by).isEqualTo(400);
            assertThat(refused.scimType()).as(by).isEqualTo("invalidPath");
            assertThat(refused.has("Resources")).as(by).isFalse();
        }
    }

    @Test
    @Tag("R-7644-3.4.2.3-05")
    void who_has_no_value_comes_last_upwards_and_first_downwards(Scim scim) {
        scim.user("none");
        scim.user("anna", "'title':'a'");
        scim.user("zora", "'title':'z','emails':[{'value':'e@x.example'}]");
        scim.post("/Users", enterpriseBody("bert", "'department':'Sales'"));

        assertThat(users(scim, "sortBy=title").subList(0, 2)).containsExactly("anna", "zora");
        assertThat(users(scim, "sortBy=title").subList(2, 4)).containsExactlyInAnyOrder("none", "bert");
        assertThat(users(scim, "sortBy=title&sortOrder=descending").subList(2, 4))
                .containsExactly("zora", "anna");
        assertThat(users(scim, "sortBy=emails.value")).first().isEqualTo("zora");
        assertThat(users(scim, "sortBy=emails.value&sortOrder=descending"))
                .last()
                .isEqualTo("zora");
        assertThat(users(scim, "sortBy=" + ENTERPRISE + ":department")).first().isEqualTo("bert");
        assertThat(users(scim, "sortBy=" + ENTERPRISE + ":department&sortOrder=descending"))
                .last()
                .isEqualTo("bert");
    }

    @Test
    @Tag("R-7644-3.4.2.3-07")
    void texts_are_ordered_under_their_case_rule(Scim scim) {
        thing(scim, "b", "'code':'a'");
        thing(scim, "A", "'code':'B'");
        thing(scim, "C", "'code':'b'");
        thing(scim, "\u00e9", "'code':'A'");
        thing(scim, "z", "'code':'\u00c9'");

        assertThat(things(scim, "sortBy=name")).containsExactly("A", "b", "C", "z", "\u00e9");
        assertThat(things(scim, "sortBy=code")).containsExactly("\u00e9", "A", "b", "C", "z");
    }

    @Test
    @Tag("R-7644-3.4.2.3-07")
    void numbers_moments_and_truths_have_their_own_order(Scim scim) {
        thing(scim, "ten", "'count':10,'weight':-1.5,'time':'2020-01-01T10:00:00+02:00','flag':true");
        thing(scim, "nine", "'count':9,'weight':2,'time':'2020-01-01T09:00:00Z','flag':false");
        thing(scim, "minus", "'count':-10,'weight':10.25,'time':'2019-12-31T23:59:59-08:00','flag':true");

        assertThat(things(scim, "sortBy=count")).containsExactly("minus", "nine", "ten");
        assertThat(things(scim, "sortBy=count&sortOrder=descending")).containsExactly("ten", "nine", "minus");
        assertThat(things(scim, "sortBy=weight")).containsExactly("ten", "nine", "minus");
        assertThat(things(scim, "sortBy=time")).containsExactly("minus", "ten", "nine");
        assertThat(things(scim, "sortBy=flag")).first().isEqualTo("nine");
        assertThat(things(scim, "sortBy=meta.created")).containsExactly("ten", "nine", "minus");
    }

    @Test
    @Tag("R-7644-3.4.2.3-08")
    void the_direction_has_two_names_without_case(Scim scim) {
        scim.user("anna");
        scim.user("bert");

        assertThat(users(scim, "sortBy=userName&sortOrder=DESCENDING")).containsExactly("bert", "anna");
        assertThat(users(scim, "sortBy=userName&sortOrder=Ascending")).containsExactly("anna", "bert");
        for (String order : List.of("desc", "asc", "down", "1")) {
            Answer refused = scim.get("/Users?sortBy=userName&sortOrder=" + order);

            assertThat(refused.status()).as(order).isEqualTo(400);
            assertThat(refused.scimType()).as(order).isEqualTo("invalidValue");
            assertThat(refused.detail()).as(order).contains("ascending", "descending", order);
        }
    }

    @Test
    @Tag("R-7644-3.4.2.3-09")
    void an_unknown_attribute_orders_nothing_and_a_direction_alone_neither(Scim scim) {
        scim.user("bert");
        scim.user("anna");

        for (String by : List.of("shoeSize", "name.colour", "userName.x", "user name", "members")) {
            Answer refused = scim.get("/Users?sortBy=" + by);

            assertThat(refused.status()).as(by).isEqualTo(400);
            assertThat(refused.scimType()).as(by).isEqualTo("invalidPath");
            assertThat(refused.detail()).as(by).isNotBlank();
        }
        assertThat(users(scim, "sortOrder=descending"))
                .isEqualTo(users(scim, ""))
                .containsExactly("bert", "anna");
    }

    @Test
    @Tag("R-7644-3.4.2.3-10")
    void equals_keep_their_order_over_all_pages(Scim scim) {
        for (int i = 0; i < 12; i++) {
            scim.user("user" + i, "'title':'" + (i % 2 == 0 ? "same" : "SAME") + "'");
        }

        for (String order : List.of("ascending", "descending")) {
            List<String> ids = new ArrayList<>();
            for (int start = 1; start <= 12; start += 5) {
                ids.addAll(scim.get("/Users?sortBy=title&count=5&sortOrder=" + order + "&startIndex=" + start)
                        .all("Resources.id"));
            }
            assertThat(ids).hasSize(12).isSorted();
        }
    }
}
