package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.MESSAGES;
import static dev.rollcall.conformance.server.Scim.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.StrictServer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** RFC 7644 §3.4.3. */
@ExtendWith(StrictServer.class)
class SearchByPostTest {
    @Test
    @Tag("R-7644-3.4.3-01")
    @Tag("R-7644-3.4.3-03")
    @Tag("R-7644-3.4.3-04")
    void a_search_is_the_query_whose_parameters_it_holds(Scim scim) {
        String anna = scim.user("anna", "'title':'b'");
        scim.user("bert", "'title':'a'");
        scim.user("carl", "'title':'c'");
        scim.user("dora");
        scim.group("Staff", anna);

        same(scim, "/Users", "", "");
        same(scim, "/Groups", "", "");
        same(scim, "/Users", "'filter':'title pr'", "filter=title pr");
        same(scim, "/Users", "'filter':'title pr','sortBy':'title'", "filter=title pr&sortBy=title");
        same(
                scim,
                "/Users",
                "'sortBy':'title','sortOrder':'descending','startIndex':2,'count':2",
                "sortBy=title&sortOrder=descending&startIndex=2&count=2");
        same(scim, "/Users", "'attributes':['title','emails.value']", "attributes=title,emails.value");
        same(scim, "/Users", "'excludedAttributes':['title','meta']", "excludedAttributes=title,meta");
        same(scim, "/Users", "'count':0", "count=0");
        same(scim, "/Users", "'startIndex':-3,'COUNT':1", "startIndex=-3&count=1");
        same(scim, "/Users", "'filter':'userName eq \\'nobody\\''", "filter=userName eq 'nobody'");
        same(scim, "/Users", "'filter':null,'count':null,'colour':'red'", "");
        same(scim, "", "'filter':'displayName pr or title pr'", "filter=displayName pr or title pr");
    }

    private static void same(Scim scim, String endpoint, String members, String query) {
        Answer search = scim.search(endpoint, members);

        assertThat(search.status()).as(members).isEqualTo(200);
        assertThat(search.header("Location")).isNull();
        assertThat(search.all("schemas")).containsExactly(MESSAGES + "ListResponse");
        assertThat(search.text())
                .as(members)
                .isEqualTo(scim.get((endpoint.isEmpty() ? "/" : endpoint) + "?" + query)
                        .text());
    }

    @Test
    @Tag("R-7644-3.4.3-03")
    void what_a_query_refuses_a_search_refuses(Scim scim) {
        scim.user("anna");

        refused(scim.search("/Users", "'filter':'shoeSize pr'"), "invalidFilter");
        refused(scim.search("/Users", "'filter':''"), "invalidFilter");
        refused(scim.search("/Users", "'sortBy':'userName','sortOrder':'down'"), "invalidValue");
        refused(scim.search("/Users", "'attributes':['a'],'excludedAttributes':['b']"), "invalidValue");
        assertThat(scim.search("/Users", "'count':'ten'").status()).isEqualTo(400);
        assertThat(scim.search("/Users", "'filter':5").status()).isEqualTo(400);
    }

    private static void refused(Answer answer, String scimType) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.scimType()).isEqualTo(scimType);
        assertThat(answer.has("Resources")).isFalse();
    }

    @Test
    @Tag("R-7644-3.4.3-02")
    void a_search_says_that_it_is_one(Scim scim) {
        scim.user("anna");

        for (String body : List.of(
                "{}",
                "{'filter':'userName pr'}",
                "{'schemas':[],'filter':'userName pr'}",
                "{'schemas':['" + MESSAGES + "PatchOp'],'filter':'userName pr'}",
                "{'schemas':['" + USER + "'],'userName':'bert'}",
                "[]",
                "")) {
            Answer refused = scim.post("/Users/.search", body);

            assertThat(refused.status()).as(body).isEqualTo(400);
            assertThat(refused.scimType()).as(body).isEqualTo("invalidSyntax");
        }
        assertThat(scim.get("/Users").all("Resources.userName")).containsExactly("anna");
    }

    @Test
    @Tag("R-7644-3.4.3-05")
    void search_is_no_id(Scim scim) {
        scim.user("anna");

        for (String target : List.of("/Users/.search", "/Groups/.search", "/.search")) {
            assertThat(scim.get(target).status()).as(target).isEqualTo(405);
            assertThat(scim.delete(target).status()).as(target).isEqualTo(405);
            assertThat(scim.put(target, "{'schemas':['" + USER + "'],'userName':'x'}")
                            .status())
                    .as(target)
                    .isEqualTo(405);
            assertThat(scim.post(target, "{'schemas':['" + MESSAGES + "SearchRequest']}")
                            .status())
                    .as(target)
                    .isEqualTo(200);
        }
    }

    @Test
    @Tag("R-7644-3.4.3-06")
    @Tag("R-7644-3.4.2.1-01")
    void a_search_at_the_base_covers_all_types(Scim scim) {
        String anna = scim.user("anna");
        String staff = scim.group("Staff", anna);

        assertThat(scim.search("", "").all("Resources.id")).containsExactlyInAnyOrder(anna, staff);
        assertThat(scim.search("", "'filter':'meta.resourceType eq \\'Group\\''")
                        .all("Resources.id"))
                .containsExactly(staff);
        assertThat(scim.search("", "'filter':'userName eq \\'anna\\''")
                        .json()
                        .at("/totalResults")
                        .intValue())
                .isEqualTo(1);
    }
}
