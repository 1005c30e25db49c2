package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.MESSAGES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Found;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.StrictServer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** RFC 7644 §3.4.2 and §3.4.2.1. */
@ExtendWith(StrictServer.class)
class ListResponseTest {
    @Test
    @Tag("R-7644-3.4.2-03")
    @Tag("R-7644-3.4.2-04")
    @Tag("R-7644-3.4.2-05")
    @Tag("R-7644-3.4.2-06")
    @Tag("R-7644-3.4.2-08")
    @Tag("DEC-12")
    void a_page_says_what_it_is_how_many_match_and_where_it_stands(Scim scim) {
        for (int i = 0; i < 5; i++) {
            scim.user("user" + i);
        }
        scim.group("Staff");

        Answer page = scim.get("/Users?startIndex=4&count=3");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.all("schemas")).containsExactly(MESSAGES + "ListResponse");
        assertThat(page.json().at("/totalResults").intValue()).isEqualTo(5);
        assertThat(page.json().at("/startIndex").intValue()).isEqualTo(4);
        assertThat(page.json().at("/itemsPerPage").intValue()).isEqualTo(2);
        assertThat(page.all("Resources.userName")).containsExactly("user3", "user4");
    }

    @Test
    @Tag("R-7644-3.4.2-04")
    void the_total_counts_the_matches_and_not_the_resources(Scim scim) {
        scim.user("anna", "'title':'Dean'");
        scim.user("bert", "'title':'Dean'");
        scim.user("carl", "'title':'Clerk'");

        Answer page = scim.get("/Users?filter=title eq 'Dean'&count=1");

        assertThat(page.json().at("/totalResults").intValue()).isEqualTo(2);
        assertThat(page.all("Resources.userName")).containsExactly("anna");
    }

    @Test
    @Tag("R-7644-3.4.2-05")
    @Tag("R-7644-3.4.2-06")
    @Tag("R-7644-3.4.2-07")
    @Tag("DEC-12")
    void nothing_found_is_an_empty_list_and_no_error(Scim scim) {
        scim.user("anna");

        for (String target :
                List.of("/Users?filter=userName eq 'nobody'", "/Groups", "/?filter=userName eq 'nobody'")) {
            Answer none = scim.get(target);

            assertThat(none.status()).as(target).isEqualTo(200);
            assertThat(none.json().at("/totalResults").intValue()).as(target).isZero();
            assertThat(none.json().at("/itemsPerPage").intValue()).as(target).isZero();
            assertThat(none.json().at("/startIndex").intValue()).as(target).isEqualTo(1);
            assertThat(none.json().path("Resources").isArray()).as(target).isTrue();
            assertThat(none.json().path("Resources").isEmpty()).as(target).isTrue();
        }
    }

    @Test
    @Tag("R-7644-3.4.2-01")
    void one_resource_a_type_and_everything_can_be_asked_for(Scim scim) {
        String user = scim.user("anna");
        String group = scim.group("Staff");

        assertThat(scim.get("/Users/" + user).at("/userName")).isEqualTo("anna");
        assertThat(Found.names(scim.get("/Users"), "id")).containsExactly(user);
        assertThat(Found.names(scim.get("/Groups"), "id")).containsExactly(group);
        assertThat(Found.names(scim.get("/"), "id")).containsExactlyInAnyOrder(user, group);
        assertThat(Found.names(scim.get(""), "id")).containsExactlyInAnyOrder(user, group);
    }

    @Test
    @Tag("R-7644-3.4.2-02")
    void a_parameter_that_means_nothing_changes_nothing(Scim scim) {
        String user = scim.user("anna");
        scim.user("bert");

        Answer plain = scim.get("/Users?filter=userName eq 'anna'");
        Answer odd = scim.get("/Users?filter=userName eq 'anna'&colour=red&_=17&page[size]=1");

        assertThat(odd.status()).isEqualTo(200);
        assertThat(odd.text()).isEqualTo(plain.text());
        assertThat(scim.get("/Users/" + user + "?colour=red").status()).isEqualTo(200);
    }

    @Test
    @Tag("R-7644-3.4.2.1-01")
    void a_query_at_the_base_covers_all_types_and_the_type_narrows_it(Scim scim) {
        String anna = scim.user("anna");
        String bert = scim.user("bert");
        String staff = scim.group("Staff", anna);

        assertThat(Found.names(scim.get("/"), "id")).containsExactlyInAnyOrder(anna, bert, staff);
        assertThat(Found.names(Found.answer(scim, "/", "meta.resourceType eq 'User'"), "id"))
                .containsExactlyInAnyOrder(anna, bert);
        assertThat(Found.names(Found.answer(scim, "/", "meta.resourceType eq 'Group'"), "id"))
                .containsExactly(staff);
        assertThat(Found.names(
                        Found.answer(scim, "/", "(meta.resourceType eq 'User') or (meta.resourceType eq 'Group')"),
                        "id"))
                .containsExactlyInAnyOrder(anna, bert, staff);
        assertThat(Found.names(Found.answer(scim, "/", "meta.resourceType eq 'Device'"), "id"))
                .isEmpty();
    }

    @Test
    @Tag("R-7644-3.4.2.1-03")
    @Tag("R-7644-3.4.2.2-28")
    void at_the_base_an_attribute_that_a_type_lacks_has_no_value(Scim scim) {
        String anna = scim.user("anna", "'displayName':'Anna'");
        String staff = scim.group("Staff", anna);

        assertThat(base(scim, "userName pr")).containsExactly(anna);
        assertThat(base(scim, "userName eq 'anna'")).containsExactly(anna);
        assertThat(base(scim, "members pr")).containsExactly(staff);
        assertThat(base(scim, "members[value eq '" + anna + "']")).containsExactly(staff);
        assertThat(base(scim, "displayName pr")).containsExactlyInAnyOrder(anna, staff);
        assertThat(base(scim, "not (userName pr)")).containsExactly(staff);
        assertThat(base(scim, "userName ne 'anna'")).containsExactly(staff);
        assertThat(base(scim, "shoeSize pr or shoeSize eq 'x' or shoeSize gt 'x'"))
                .isEmpty();
        assertThat(base(scim, "userName sw 'a' or displayName eq 'staff'")).containsExactlyInAnyOrder(anna, staff);
    }

    private static List<String> base(Scim scim, String filter) {
        return Found.names(Found.answer(scim, "/", filter), "id");
    }

    @Test
    @Tag("R-7644-3.4.2.1-02")
    @Tag("R-7644-3.12-09")
    void more_than_the_server_will_sort_is_refused_as_too_many(Scim scim) {
        scim.user("anna");

        Answer refused = scim.get("/?sortBy=id&startIndex=10001&count=10");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.scimType()).isEqualTo("tooMany");
        assertThat(refused.has("Resources")).isFalse();
        assertThat(scim.get("/?sortBy=id&startIndex=9991&count=10").status()).isEqualTo(200);
    }

    @Test
    @Tag("R-7644-3.4.2.1-04")
    void a_filter_on_a_single_resource_is_passed_over(Scim scim) {
        String anna = scim.user("anna");

        Answer plain = scim.get("/Users/" + anna);
        for (String filter : List.of("userName eq 'bert'", "userName eq 'anna'", "no filter at all")) {
            Answer filtered = Found.answer(scim, "/Users/" + anna, filter);

            assertThat(filtered.status()).isEqualTo(200);
            assertThat(filtered.text()).isEqualTo(plain.text());
        }
    }
}
