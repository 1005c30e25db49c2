package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages by cursor (RFC 9865 §2). */
class CursorTest {
    private static final String STORES = "dev.rollcall.scim.protocol.Stores#all";

    private static Server with(int users) {
        Server server = new Server(InMemoryStore.create());
        IntStream.range(0, users).forEach(i -> server.user("u" + i, "'title':'t" + i % 2 + "'"));
        return server;
    }

    private static String next(Server.Answer answer) {
        return answer.json().path("nextCursor").asText();
    }

    private static String previous(Server.Answer answer) {
        return answer.json().path("previousCursor").asText();
    }

    private static void isRefused(Server.Answer answer, String scimType) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.scimType()).isEqualTo(scimType);
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void a_walk_shows_each_page_once_and_says_when_it_ends(Store store) {
        Server server = new Server(store);
        List<String> ids =
                IntStream.range(0, 5).mapToObj(i -> server.user("u" + i)).toList();
        Server.Answer first = server.get("/Users?cursor&count=2");
        Server.Answer second = server.get("/Users?count=2&cursor=" + next(first));
        Server.Answer third = server.get("/Users?count=2&cursor=" + next(second));

        assertThat(first.all("Resources.id")).isEqualTo(ids.subList(0, 2));
        assertThat(second.all("Resources.id")).isEqualTo(ids.subList(2, 4));
        assertThat(third.all("Resources.id")).isEqualTo(ids.subList(4, 5));
        for (Server.Answer page : List.of(first, second, third)) {
            JsonNode json = page.json();
            assertThat(json.path("totalResults").asInt()).isEqualTo(5);
            assertThat(json.path("itemsPerPage").asInt())
                    .isEqualTo(json.path("Resources").size());
            assertThat(json.has("startIndex")).isFalse();
            assertThat(json.path("schemas").get(0).asText())
                    .isEqualTo("urn:ietf:params:scim:api:messages:2.0:ListResponse");
        }
        assertThat(first.json().has("previousCursor")).isFalse();
        assertThat(third.json().has("nextCursor")).isFalse();
        assertThat(next(first)).matches("[A-Za-z0-9._~-]+");

        Server.Answer back = server.get("/Users?count=2&cursor=" + previous(third));
        assertThat(back.all("Resources.id")).isEqualTo(ids.subList(2, 4));
        Server.Answer start = server.get("/Users?count=2&cursor=" + previous(back));
        assertThat(start.all("Resources.id")).isEqualTo(ids.subList(0, 2));
        assertThat(start.json().has("previousCursor")).isFalse();
        assertThat(server.get("/Users?count=2&cursor=" + next(start)).all("Resources.id"))
                .isEqualTo(ids.subList(2, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor", "cursor=", "cursor=&count=", "cursor&count=5", "count=99&cursor"})
    void an_empty_cursor_asks_for_the_first_page(String query) {
        Server.Answer page = with(5).get("/Users?" + query);
        assertThat(page.all("Resources.userName")).containsExactly("u0", "u1", "u2", "u3", "u4");
        assertThat(page.json().has("nextCursor")).isFalse();
        assertThat(page.json().has("startIndex")).isFalse();
    }

    @Test
    void a_query_that_names_no_method_is_paged_by_index() {
        Server.Answer page = with(3).get("/Users?count=2");
        assertThat(page.json().path("startIndex").asInt()).isEqualTo(1);
        assertThat(page.json().has("nextCursor")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"/Users, Users", "'', ''"})
    void a_search_takes_a_cursor_in_its_body_and_goes_on_where_a_query_ended(String endpoint, String path) {
        Server server = with(5);
        String search = "{'schemas':['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],'count':2,'cursor':'";
        Server.Answer first = server.post(endpoint + "/.search", search + "'}");
        assertThat(first.all("Resources.userName")).containsExactly("u0", "u1");
        assertThat(first.json().has("previousCursor")).isFalse();
        Server.Answer second = server.post(endpoint + "/.search", search + next(first) + "'}");
        assertThat(second.all("Resources.userName")).containsExactly("u2", "u3");
        assertThat(server.get("/" + path + "?count=2&cursor=" + next(first)).all("Resources.id"))
                .isEqualTo(second.all("Resources.id"));
        isRefused(server.post(endpoint + "/.search", search + "no'}"), "invalidCursor");
        isRefused(server.post(endpoint + "/.search", search + "','startIndex':1}"), "invalidValue");
        isRefused(server.post(endpoint + "/.search", search.replace("'cursor':'", "'cursor':7}")), "invalidSyntax");
        assertThat(server.post(endpoint + "/.search", search.replace("'cursor':'", "'cursor':null}"))
                        .json()
                        .has("startIndex"))
                .isTrue();
    }

    @Test
    void a_page_of_nothing_has_the_total_and_no_cursor() {
        Server server = with(3);
        for (String count : List.of("0", "-7")) {
            JsonNode page = server.get("/Users?cursor&count=" + count).json();
            assertThat(page.path("totalResults").asInt()).isEqualTo(3);
            assertThat(page.path("itemsPerPage").asInt()).isZero();
            assertThat(page.path("Resources")).isEmpty();
            assertThat(page.path("Resources").isArray()).isTrue();
            assertThat(page.has("nextCursor")).isFalse();
        }
        JsonNode empty = server.get("/Groups?cursor").json();
        assertThat(empty.path("totalResults").asInt(-1)).isZero();
        assertThat(empty.has("nextCursor") || empty.has("previousCursor")).isFalse();
    }

    @Test
    void a_page_can_be_as_large_as_the_host_allows() {
        Server server = new Server(InMemoryStore.create(), b -> b.paging(new Paging(2, Integer.MAX_VALUE, 1)));
        IntStream.range(0, 3).forEach(i -> server.user("u" + i));
        for (String order : List.of("", "&sortBy=userName")) {
            Server.Answer page = server.get("/Users?cursor&count=" + Integer.MAX_VALUE + order);
            assertThat(page.all("Resources.userName")).containsExactly("u0", "u1", "u2");
            assertThat(page.json().has("nextCursor")).isFalse();
        }
    }

    @Test
    void a_count_beyond_the_maximum_is_cut_and_one_that_changes_is_refused() {
        Server server = new Server(InMemoryStore.create(), b -> b.paging(new Paging(2, 3, 1)));
        IntStream.range(0, 8).forEach(i -> server.user("u" + i));
        Server.Answer first = server.get("/Users?cursor&count=1000");
        assertThat(first.all("Resources.id")).hasSize(3);
        assertThat(server.get("/Users?count=3&cursor=" + next(first)).all("Resources.id"))
                .hasSize(3);
        isRefused(server.get("/Users?cursor=" + next(first)), "invalidCount");
        isRefused(server.get("/Users?count=2&cursor=" + next(first)), "invalidCount");
        isRefused(server.get("/Users?count=0&cursor=" + next(first)), "invalidCount");
        isRefused(server.get("/Users?count=many&cursor"), "invalidCount");
        isRefused(server.get("/Users?count=many"), "invalidValue");
        Server.Answer byDefault = server.get("/Users?cursor");
        assertThat(byDefault.all("Resources.id")).hasSize(2);
        assertThat(server.get("/Users?count=2&cursor=" + next(byDefault)).status())
                .isEqualTo(200);
    }

    @Test
    void both_ways_to_page_at_once_are_refused() {
        Server server = with(3);
        isRefused(server.get("/Users?cursor&startIndex=1"), "invalidValue");
        isRefused(server.get("/Users?cursor=x&startIndex=1"), "invalidValue");
        isRefused(server.get("/Users?cursor&cursor"), "invalidValue");
        isRefused(server.get("/?cursor&startIndex=1"), "invalidValue");
    }

    @Test
    void what_goes_before_the_place_of_a_cursor_leaves_the_walk_as_it_is() {
        Server server = new Server(InMemoryStore.create());
        List<String> ids =
                IntStream.range(0, 6).mapToObj(i -> server.user("u" + i)).toList();
        Server.Answer first = server.get("/Users?cursor&count=2");
        Server.Answer second = server.get("/Users?count=2&cursor=" + next(first));
        server.delete("/Users/" + ids.get(0));
        server.delete("/Users/" + ids.get(1));
        server.delete("/Users/" + ids.get(3));
        assertThat(server.get("/Users?count=2&cursor=" + next(second)).all("Resources.id"))
                .isEqualTo(ids.subList(4, 6));

        Server.Answer before = server.get("/Users?count=2&cursor=" + previous(second));
        assertThat(before.all("Resources.id")).isEmpty();
        assertThat(before.json().has("previousCursor")).isFalse();
        Server.Answer again = server.get("/Users?count=2&cursor=" + next(before));
        assertThat(again.all("Resources.id")).containsExactly(ids.get(2), ids.get(4));
        assertThat(again.json().has("previousCursor")).isFalse();
    }

    @Test
    void a_walk_whose_rest_has_gone_ends_with_an_empty_page_that_leads_back() {
        Server server = new Server(InMemoryStore.create());
        List<String> ids =
                IntStream.range(0, 4).mapToObj(i -> server.user("u" + i)).toList();
        String plain = next(server.get("/Users?count=2&cursor"));
        String sorted = next(server.get("/Users?count=2&sortBy=userName&cursor"));
        server.delete("/Users/" + ids.get(2));
        server.delete("/Users/" + ids.get(3));
        for (String query : List.of("count=2&cursor=" + plain, "count=2&sortBy=userName&cursor=" + sorted)) {
            Server.Answer last = server.get("/Users?" + query);
            assertThat(last.status()).isEqualTo(200);
            assertThat(last.all("Resources.id")).isEmpty();
            assertThat(last.json().has("nextCursor")).isFalse();
            String back = query.substring(0, query.indexOf("cursor=")) + "cursor=" + previous(last);
            assertThat(server.get("/Users?" + back).all("Resources.id")).isEqualTo(ids.subList(0, 2));
        }
    }

    @Test
    void an_empty_page_before_the_first_leads_to_the_first_also_over_all_types() {
        Server server = new Server(InMemoryStore.create());
        List<String> users =
                IntStream.range(0, 4).mapToObj(i -> server.user("u" + i)).toList();
        String group = server.group("G");
        Server.Answer second = server.get("/?count=2&cursor=" + next(server.get("/?count=2&cursor")));
        server.delete("/Users/" + users.get(0));
        server.delete("/Users/" + users.get(1));
        Server.Answer before = server.get("/?count=2&cursor=" + previous(second));
        assertThat(before.all("Resources.id")).isEmpty();
        Server.Answer again = server.get("/?count=2&cursor=" + next(before));
        assertThat(again.all("Resources.id")).isEqualTo(users.subList(2, 4));
        assertThat(server.get("/?count=2&cursor=" + next(again)).all("Resources.id"))
                .containsExactly(group);
    }

    @Test
    void the_configuration_says_what_holds() {
        JsonNode pagination = with(0).get("/ServiceProviderConfig").json().path("pagination");
        assertThat(pagination.path("cursor").asBoolean()).isTrue();
        assertThat(pagination.path("index").asBoolean()).isTrue();
        assertThat(pagination.path("defaultPaginationMethod").asText()).isEqualTo("index");
        assertThat(pagination.path("defaultPageSize").asInt()).isEqualTo(100);
        assertThat(pagination.path("maxPageSize").asInt()).isEqualTo(1000);
        assertThat(pagination.path("cursorTimeout").asInt()).isEqualTo(3600);
    }
}
