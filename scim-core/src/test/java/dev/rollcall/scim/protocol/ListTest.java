package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists: pages, order, filters. */
class ListTest {
    private static final String STORES = "dev.rollcall.scim.protocol.Stores#all";

    @ParameterizedTest
    @MethodSource(STORES)
    void an_empty_list_is_a_list(Store store) {
        assertThat(new Server(store).get("/Users").text())
                .isEqualTo(Server.json("{'schemas':['urn:ietf:params:scim:api:messages:2.0:ListResponse'],"
                        + "'totalResults':0,'startIndex':1,'itemsPerPage':0,'Resources':[]}"));
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void pages_follow_each_other_without_gap_or_repetition(Store store) {
        Server server = new Server(store);
        List<String> ids =
                IntStream.range(0, 7).mapToObj(i -> server.user("u" + i)).toList();
        Server.Answer first = server.get("/Users?startIndex=1&count=3");
        Server.Answer second = server.get("/Users?startIndex=4&count=3");
        Server.Answer third = server.get("/Users?startIndex=7&count=3");
        assertThat(first.all("Resources.id")).hasSize(3);
        assertThat(third.all("Resources.id")).hasSize(1);
        assertThat(List.of(first, second, third).stream().flatMap(a -> a.all("Resources.id").stream()))
                .containsExactlyElementsOf(ids);
        assertThat(third.json().path("itemsPerPage").asInt()).isEqualTo(1);
        assertThat(third.json().path("startIndex").asInt()).isEqualTo(7);
        assertThat(third.json().path("totalResults").asInt()).isEqualTo(7);
        assertThat(server.get("/Users?startIndex=8").json().path("totalResults").asInt())
                .isEqualTo(7);
        assertThat(server.get("/Users?startIndex=8").all("Resources.id")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "startIndex=0&count=2, 2",
        "startIndex=-5&count=2, 2",
        "count=-1, 0",
        "count=0, 0",
        "count=9223372036854775807, 3",
        "startIndex=9223372036854775807, 0",
        "count=, 3",
    })
    void numbers_out_of_range_are_taken_for_the_nearest_one(String query, int size) {
        Server server = new Server(InMemoryStore.create());
        IntStream.range(0, 3).forEach(i -> server.user("u" + i));
        Server.Answer page = server.get("/Users?" + query);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.all("Resources.id")).hasSize(size);
        assertThat(page.json().path("totalResults").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            startIndex=one      | invalidValue | startIndex
            count=1.5           | invalidValue | count
            count=9223372036854775808 | invalidValue | 64 bits
            count=1&count=2     | invalidValue | 2 times
            sortBy=noSuch       | invalidPath  | userName
            sortBy=name         | invalidPath  | givenName
            sortBy=password     | invalidPath  | never returned
            sortBy=title&sortOrder=up | invalidValue | ascending
            filter=             | invalidFilter | filter
            filter=userName     | invalidFilter | userName
            filter=noSuch eq 1  | invalidFilter | noSuch
            """)
    void what_cannot_be_understood_is_refused_and_never_ignored(String query, String scimType, String hint) {
        Server.Answer answer = new Server(InMemoryStore.create()).get("/Users?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.scimType()).isEqualTo(scimType);
        assertThat(answer.detail()).contains(hint);
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void the_largest_page_is_the_published_one(Store store) {
        Server server = new Server(store, b -> b.paging(new Paging(2, 3, 1)));
        IntStream.range(0, 5).forEach(i -> server.user("u" + i));
        assertThat(server.get("/Users").all("Resources.id")).hasSize(2);
        assertThat(server.get("/Users?count=5").all("Resources.id")).hasSize(3);
        assertThat(server.get("/ServiceProviderConfig")
                        .json()
                        .path("filter")
                        .path("maxResults")
                        .asInt())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void a_sorted_list_puts_those_without_a_value_last_and_first_when_descending(Store store) {
        Server server = new Server(store);
        server.user("none");
        server.user("b", "'title':'beta'");
        server.user("a", "'title':'Alpha'");
        server.user("c", "'title':'alpha'");
        assertThat(server.get("/Users?sortBy=title").all("Resources.userName")).containsExactly("a", "c", "b", "none");
        assertThat(server.get("/Users?sortBy=TITLE&sortOrder=Descending").all("Resources.userName"))
                .containsExactly("none", "b", "a", "c");
        assertThat(server.get("/Users?sortBy=title&startIndex=2&count=2").all("Resources.userName"))
                .containsExactly("c", "b");
    }

    @Test
    void a_list_is_sorted_by_the_primary_value_by_numbers_and_by_time() {
        Server server = new Server(InMemoryStore.create());
        server.user("one", "'emails':[{'value':'a@x'},{'value':'z@x','primary':true}]");
        server.user("two", "'emails':[{'value':'m@x'}]");
        assertThat(server.get("/Users?sortBy=emails").all("Resources.userName")).containsExactly("two", "one");
        assertThat(server.get("/Users?sortBy=meta.created&sortOrder=descending").all("Resources.userName"))
                .containsExactly("two", "one");
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void filters_find_by_indexed_and_other_attributes(Store store) {
        Server server = new Server(store);
        String mira = server.user("Mira", "'externalId':'X1','emails':[{'value':'m@x','type':'work'}]");
        server.user("ada", "'externalId':'x1'");
        assertThat(server.get("/Users?filter=userName eq \"MIRA\"").all("Resources.id"))
                .containsExactly(mira);
        assertThat(server.get("/Users?filter=externalId eq \"X1\"").all("Resources.id"))
                .containsExactly(mira);
        assertThat(server.get("/Users?filter=id eq \"" + mira + "\" and active eq true")
                        .all("Resources.id"))
                .containsExactly(mira);
        assertThat(server.get("/Users?filter=id eq \"" + mira + "\" and userName eq \"ada\"")
                        .all("Resources.id"))
                .isEmpty();
        assertThat(server.get("/Users?filter=emails[type eq \"work\" and value co \"@x\"]")
                        .all("Resources.id"))
                .containsExactly(mira);
        assertThat(server.get("/Users?filter=meta.resourceType eq \"User\"&count=1")
                        .json()
                        .path("totalResults")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void a_provider_sees_neither_another_provider_nor_another_tenant() {
        Server server = new Server(InMemoryStore.create());
        String id = server.user("mira");
        String group = server.group("G");
        for (Caller other :
                List.of(Caller.ofProvider("acme", "entra", "n"), Caller.ofProvider("globex", "okta", "n"))) {
            assertThat(server.as(other, "GET", "/Users", "")
                            .json()
                            .path("totalResults")
                            .asInt())
                    .isZero();
            assertThat(server.as(other, "GET", "/Users/" + id, "").status()).isEqualTo(404);
            assertThat(server.as(other, "DELETE", "/Users/" + id, "").status()).isEqualTo(404);
            assertThat(server.as(other, "GET", "/Users?filter=userName eq \"mira\"", "")
                            .all("Resources.id"))
                    .isEmpty();
            assertThat(server.as(other, "POST", "/Groups", Server.groupBody("H", id, group))
                            .all("members.value"))
                    .isEmpty();
        }
        String body = Server.userBody("MIRA", "");
        assertThat(server.as(Caller.ofProvider("acme", "entra", "n"), "POST", "/Users", body)
                        .status())
                .isEqualTo(409);
        assertThat(server.as(Caller.ofProvider("globex", "okta", "n"), "POST", "/Users", body)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_hosts_group_changes_when_a_providers_user_in_it_is_deleted() {
        Server server = new Server(InMemoryStore.create());
        Caller host = new Caller("acme", null, "host", null);
        String user = server.user("mira");
        String group =
                server.as(host, "POST", "/Groups", Server.groupBody("G", user)).id();
        String version =
                server.as(host, "GET", "/Groups/" + group, "").headers().get("ETag");
        assertThat(server.delete("/Users/" + user).status()).isEqualTo(204);
        Server.Answer after = server.as(host, "GET", "/Groups/" + group, "");
        assertThat(after.all("members.value")).isEmpty();
        assertThat(after.headers().get("ETag")).isNotEqualTo(version);
    }
}
