package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.scim.RollcallBuilder;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages by cursor (RFC 9865). */
class CursorTest {
    private static final String STORES = "dev.rollcall.scim.protocol.Stores#all";
    private static final byte[] KEY = "a key of the test".getBytes(StandardCharsets.US_ASCII);

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Groups?count=2",
                "/?count=2",
                "/Users?count=2&filter=userName sw \"u\"",
                "/Users?count=2&sortBy=userName",
                "/Users?count=2&sortOrder=descending&sortBy=title",
                "/Users?count=2&attributes=userName",
                "/Users?count=2&excludedAttributes=title",
            })
    void a_cursor_is_good_for_its_own_query_alone(String other) {
        Server server = with(5);
        String cursor = next(server.get("/Users?cursor&count=2&sortBy=title"));
        assertThat(server.get("/Users?count=2&sortBy=title&cursor=" + cursor).status())
                .isEqualTo(200);
        isRefused(server.get(other + "&cursor=" + cursor), "invalidCursor");
    }

    @Test
    void spelling_that_changes_nothing_does_not_end_a_walk() {
        Server server = with(5);
        String cursor =
                next(server.get("/Users?cursor&count=2&sortBy=TITLE&filter=title pr&attributes=title,userName"));
        Server.Answer second = server.get("/Users?count=2&sortBy=title&sortOrder=Ascending&filter=title PR"
                + "&attributes=userName&attributes=Title&cursor=" + cursor);
        assertThat(second.all("Resources.userName")).containsExactly("u4", "u1");
    }

    @Test
    void a_cursor_gives_nobody_else_anything_and_every_refusal_says_the_same() {
        Server server = with(5);
        String cursor = next(server.get("/Users?cursor&count=2"));
        Caller self = Caller.ofProvider("acme", "okta", "rck-okta");
        List<Server.Answer> refused = new ArrayList<>();
        for (Caller other : List.of(
                Caller.ofProvider("globex", "okta", "rck-okta"),
                Caller.ofProvider("acme", "entra", "rck-okta"),
                Caller.ofProvider("acme", "okta", "rck-other"),
                new Caller("acme", null, "rck-okta", null),
                new Caller("acme", "okta", "rck-okta", "2819c223"))) {
            refused.add(server.as(other, "GET", "/Users?count=2&cursor=" + cursor, ""));
        }
        refused.add(with(5).get("/Users?count=2&cursor=" + cursor));
        refused.add(server.get("/Users?count=2&cursor=" + cursor + "A"));
        refused.add(server.get("/Users?count=2&cursor=never"));
        refused.add(server.get("/Users?count=2&cursor=%20"));
        refused.add(server.get("/Users?count=2&filter=title pr&cursor=" + cursor));
        refused.forEach(answer -> isRefused(answer, "invalidCursor"));
        assertThat(refused.stream().map(Server.Answer::text).distinct()).hasSize(1);
        assertThat(server.as(self, "GET", "/Users?count=2&cursor=" + cursor, "").all("Resources.userName"))
                .containsExactly("u2", "u3");
    }

    @Test
    void a_cursor_does_not_show_what_the_caller_may_not_see() {
        Store store = InMemoryStore.create();
        Server server = new Server(store);
        Caller entra = Caller.ofProvider("acme", "entra", "e");
        for (int i = 0; i < 6; i++) {
            server.user("o" + i);
            server.as(entra, "POST", "/Users", Server.userBody("e" + i, ""));
        }
        Server.Answer first = server.get("/Users?cursor&count=4");
        Server.Answer second = server.get("/Users?count=4&cursor=" + next(first));
        assertThat(first.all("Resources.userName")).containsExactly("o0", "o1", "o2", "o3");
        assertThat(second.all("Resources.userName")).containsExactly("o4", "o5");
        assertThat(second.json().path("totalResults").asInt()).isEqualTo(6);
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
    void a_cursor_ends_when_the_published_time_is_over_and_not_before() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
        Server server =
                new Server(InMemoryStore.create(), b -> b.clock(now::get).cursorTimeout(Duration.ofMinutes(5)));
        IntStream.range(0, 5).forEach(i -> server.user("u" + i));
        JsonNode pagination = server.get("/ServiceProviderConfig").json().path("pagination");
        assertThat(pagination.path("cursorTimeout").asInt()).isEqualTo(300);
        String cursor = next(server.get("/Users?cursor&count=2"));
        now.set(now.get().plusSeconds(300));
        Server.Answer second = server.get("/Users?count=2&cursor=" + cursor);
        assertThat(second.status()).isEqualTo(200);
        now.set(now.get().plusSeconds(1));
        isRefused(server.get("/Users?count=2&cursor=" + cursor), "expiredCursor");
        // Each page has a time of its own.
        assertThat(server.get("/Users?count=2&cursor=" + next(second)).status()).isEqualTo(200);
    }

    @Test
    void nodes_with_the_same_key_answer_for_one_another_and_an_older_key_is_still_taken() {
        Store store = InMemoryStore.create();
        Server one = new Server(store, b -> b.cursorKey(KEY));
        Server two = new Server(store, b -> b.cursorKey(KEY));
        Server newer = new Server(store, b -> b.cursorKey(new byte[32], KEY));
        IntStream.range(0, 5).forEach(i -> one.user("u" + i));
        String cursor = next(one.get("/Users?cursor&count=2"));
        assertThat(two.get("/Users?count=2&cursor=" + cursor).status()).isEqualTo(200);
        Server.Answer rolled = newer.get("/Users?count=2&cursor=" + cursor);
        assertThat(rolled.status()).isEqualTo(200);
        isRefused(one.get("/Users?count=2&cursor=" + next(rolled)), "invalidCursor");
        isRefused(new Server(store).get("/Users?count=2&cursor=" + cursor), "invalidCursor");
    }

    @Test
    void the_key_that_a_host_gives_is_copied() {
        byte[] given = KEY.clone();
        Store store = InMemoryStore.create();
        RollcallBuilder[] builder = new RollcallBuilder[1];
        Server one = new Server(store, b -> builder[0] = b.cursorKey(given));
        given[0] = 0;
        Server two = new Server(store, b -> b.cursorKey(KEY));
        IntStream.range(0, 3).forEach(i -> one.user("u" + i));
        assertThat(builder[0]).isNotNull();
        assertThat(two.get("/Users?count=2&cursor=" + next(one.get("/Users?cursor&count=2")))
                        .status())
                .isEqualTo(200);
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
