package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.memory.InMemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Search by POST, and queries over all types. */
class SearchTest {
    private static final String STORES = "dev.rollcall.scim.protocol.Stores#all";

    private static Server.Answer search(Server server, String endpoint, String members) {
        return server.post(
                endpoint + "/.search",
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:SearchRequest']" + (members.isEmpty() ? "" : ",")
                        + members + "}");
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void a_search_answers_what_the_same_query_answers(Store store) {
        Server server = new Server(store);
        for (int i = 0; i < 5; i++) {
            server.user("u" + i, "'title':'t" + i % 2 + "'");
        }
        Server.Answer searched = search(
                server,
                "/Users",
                "'attributes':['userName','title'],'filter':'title eq \\\"t0\\\"','sortBy':'userName',"
                        + "'sortOrder':'descending','startIndex':2,'count':2");
        Server.Answer listed = server.get(
                "/Users?attributes=userName,title&filter=title eq \"t0\"&sortBy=userName&sortOrder=descending"
                        + "&startIndex=2&count=2");
        assertThat(searched.status()).isEqualTo(200);
        assertThat(searched.all("Resources.userName")).containsExactly("u2", "u0");
        assertThat(searched.json()).isEqualTo(listed.json());
        assertThat(search(server, "/Users", "'more':{'count':1,'of':[{}]},'count':2,'again':[[]],'filter':null")
                        .all("Resources.userName"))
                .containsExactly("u0", "u1");
        assertThat(search(server, "/Users", "'excludedAttributes':['title'],'count':1")
                        .json()
                        .path("Resources")
                        .get(0)
                        .has("title"))
                .isFalse();
    }

    @Test
    void a_number_in_a_string_and_names_in_one_string_are_taken_where_that_is_forgiven() {
        Server server = new Server(InMemoryStore.create());
        server.user("a");
        server.user("b");
        Server.Answer forgiven = search(server, "/Users", "'startIndex':'2','count':'1'");
        assertThat(forgiven.all("Resources.userName")).containsExactly("b");
        assertThat(search(server, "/Users", "'count':'one'").status()).isEqualTo(400);
        assertThat(search(server, "/Users", "'attributes':'title,userName'").json())
                .isEqualTo(server.get("/Users?attributes=title,userName").json());

        Server strict = new Server(InMemoryStore.create(), b -> b.options(Options.STRICT));
        Server.Answer refused = search(strict, "/Users", "'count':'1'");
        assertThat(refused.scimType()).isEqualTo("invalidSyntax");
        assertThat(refused.detail()).contains("\"count\"");
        assertThat(search(strict, "/Users", "'attributes':'userName'").detail()).contains("\"attributes\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                        | invalidSyntax | SearchRequest
            {'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp']}             | invalidSyntax | SearchRequest
            []                                                                        | invalidSyntax | an object
            {'schemas':['${s}']}{}                                                    | invalidSyntax | after its object
            {'schemas':['${s}'],'attributes':['id',7]}                                | invalidSyntax | An entry of "attributes"
            {'schemas':['${s}'],'attributes':{'id':1}}                                | invalidSyntax | "attributes" must be an array
            {'schemas':['${s}'],'count':true}                                         | invalidSyntax | "count"
            {'schemas':['${s}'],'attributes':7}                                       | invalidSyntax | "attributes"
            {'schemas':['${s}'],'filter':7}                                           | invalidSyntax | "filter"
            {'schemas':['${s}'],'count':1,'COUNT':2}                                  | invalidSyntax | twice
            {'schemas':['${s}'],'filter':''}                                          | invalidFilter | filter
            {'schemas':['${s}'],'attributes':['id'],'excludedAttributes':['title']}   | invalidValue  | together
            """)
    void a_search_of_the_wrong_shape_is_refused(String body, String scimType, String hint) {
        Server.Answer answer = new Server(InMemoryStore.create())
                .post("/Users/.search", body.replace("${s}", "urn:ietf:params:scim:api:messages:2.0:SearchRequest"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.scimType()).isEqualTo(scimType);
        assertThat(answer.detail()).contains(hint);
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void a_query_at_the_base_covers_all_types_page_by_page(Store store) {
        Server server = new Server(store);
        String a = server.user("a", "'displayName':'Delta'");
        String b = server.user("b");
        String g = server.group("Alpha", a);
        String h = server.group("Omega");

        assertThat(server.get("/").all("Resources.id")).containsExactly(a, b, g, h);
        assertThat(server.get("/?startIndex=2&count=2").all("Resources.id")).containsExactly(b, g);
        assertThat(server.get("/?startIndex=4").all("Resources.id")).containsExactly(h);
        assertThat(server.get("/?count=0").json().path("totalResults").asInt()).isEqualTo(4);
        assertThat(server.get("/?sortBy=displayName").all("Resources.id")).containsExactly(g, a, h, b);
        assertThat(server.get("/?sortBy=displayName&startIndex=2&count=2").all("Resources.id"))
                .containsExactly(a, h);
        assertThat(search(server, "", "'sortBy':'userName','sortOrder':'descending'")
                        .all("Resources.id")
                        .subList(2, 4))
                .containsExactly(b, a);
        assertThat(server.get("/").all("Resources.groups.value")).containsExactly(g);
        assertThat(server.get("/?attributes=members.value").all("Resources.members.value"))
                .containsExactly(a);
    }

    @Test
    void an_attribute_that_a_type_lacks_has_no_value_there() {
        Server server = new Server(InMemoryStore.create());
        String a = server.user("a");
        String g = server.group("G", a);
        assertThat(server.get("/?filter=userName eq \"a\" or displayName eq \"g\"")
                        .all("Resources.id"))
                .containsExactly(a, g);
        assertThat(server.get("/?filter=not (userName pr)").all("Resources.id")).containsExactly(g);
        assertThat(server.get("/?filter=meta.resourceType eq \"Group\"").all("Resources.id"))
                .containsExactly(g);
        assertThat(server.get("/?filter=members.value eq \"" + a + "\"").all("Resources.id"))
                .containsExactly(g);
        assertThat(server.get("/?filter=userName zz 1").scimType()).isEqualTo("invalidFilter");
    }
}
