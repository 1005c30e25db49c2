package dev.rollcall.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.ScimServer;
import dev.rollcall.conformance.server.StrictServer;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9865: pages by cursor. */
@ExtendWith(StrictServer.class)
class CursorTest {
    private static void users(Scim scim, int count) {
        for (int i = 0; i < count; i++) {
            scim.user("u" + i, "'displayName':'D" + (i * 7) % 10 + "'");
        }
    }

    private static Answer page(Scim scim, String query) {
        Answer answer = scim.get("/Users?" + query);
        assertThat(answer.status()).as(query + answer.text()).isEqualTo(200);
        return answer;
    }

    private static String next(Answer page) {
        return page.at("/nextCursor");
    }

    private static void refused(Answer answer, String scimType) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.scimType()).isEqualTo(scimType);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor", "cursor=", "cursor=&count=10"})
    @Tag("R-9865-2-01")
    void an_empty_cursor_asks_for_the_first_page(String query, Scim scim) {
        users(scim, 3);
        Answer first = page(scim, query);
        assertThat(first.json().path("Resources")).hasSize(3);
        assertThat(scim.search("/Users", "'cursor':'','count':2").all("Resources.userName"))
                .hasSize(2);
    }

    @Test
    @Tag("R-9865-2-02")
    @Tag("R-9865-2-05")
    @Tag("R-9865-2-06")
    @Tag("R-9865-2-07")
    @Tag("R-9865-2-08")
    @Tag("R-9865-2-09")
    void cursors_lead_through_all_pages_and_back(Scim scim) {
        users(scim, 7);
        List<String> seen = new ArrayList<>();
        List<Answer> pages = new ArrayList<>();
        Answer page = page(scim, "cursor=&count=3");
        assertThat(page.has("previousCursor")).isFalse();
        while (true) {
            pages.add(page);
            seen.addAll(page.all("Resources.userName"));
            assertThat(page.at("/totalResults")).isEqualTo("7");
            assertThat(page.json().path("itemsPerPage").asInt())
                    .isEqualTo(page.json().path("Resources").size());
            if (!page.has("nextCursor")) {
                break;
            }
            assertThat(next(page)).matches("[A-Za-z0-9._~-]+");
            page = page(scim, "cursor=" + next(page) + "&count=3");
        }
        assertThat(pages).hasSize(3);
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        Answer back = page(scim, "cursor=" + pages.get(2).at("/previousCursor") + "&count=3");
        assertThat(back.all("Resources.userName")).isEqualTo(pages.get(1).all("Resources.userName"));
        Answer first = page(scim, "cursor=" + back.at("/previousCursor") + "&count=3");
        assertThat(first.all("Resources.userName")).isEqualTo(pages.get(0).all("Resources.userName"));
        assertThat(first.has("previousCursor")).isFalse();
    }

    @Test
    @Tag("R-9865-2-03")
    @Tag("R-9865-2-04")
    void count_means_what_it_means_for_an_index(Scim scim) {
        users(scim, 3);
        for (String count : List.of("0", "-1")) {
            Answer none = page(scim, "cursor=&count=" + count);
            assertThat(none.json().path("Resources")).isEmpty();
            assertThat(none.at("/totalResults")).isEqualTo("3");
        }
        assertThat(page(scim, "cursor=&count=2").json().path("Resources")).hasSize(2);
    }

    @Test
    @Tag("R-9865-2-08")
    @Tag("R-9865-2.1-01")
    @Tag("R-9865-5.2-04")
    void a_cursor_belongs_to_its_query(Scim scim) {
        users(scim, 5);
        String cursor = next(page(scim, "cursor=&count=2"));
        refused(scim.get("/Users?cursor=" + cursor + "&count=2&filter=userName pr"), "invalidCursor");
        refused(scim.get("/Users?cursor=" + cursor + "&count=2&sortBy=userName"), "invalidCursor");
        refused(scim.get("/Groups?cursor=" + cursor + "&count=2"), "invalidCursor");
        refused(scim.get("/Users?cursor=x&count=2"), "invalidCursor");
        for (int i = 0; i < cursor.length(); i += 5) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String forged = cursor.substring(0, i) + other + cursor.substring(i + 1);
            refused(scim.get("/Users?count=2&cursor=" + forged), "invalidCursor");
        }
    }

    @Test
    @Tag("R-9865-2.1-01")
    @Tag("R-9865-4-02")
    void a_cursor_expires_when_the_configuration_says_so() {
        List<Instant> now = new ArrayList<>(List.of(Instant.parse("2026-01-01T00:00:00Z")));
        try (ScimServer server = ScimServer.start(b -> b.clock(() -> now.get(0)))) {
            Scim scim = server.newTenant();
            users(scim, 5);
            String cursor = next(page(scim, "cursor=&count=2"));
            int seconds = scim.get("/ServiceProviderConfig")
                    .json()
                    .at("/pagination/cursorTimeout")
                    .asInt();
            assertThat(seconds).isPositive();
            now.set(0, now.get(0).plusSeconds(seconds));
            page(scim, "cursor=" + cursor + "&count=2");
            now.set(0, now.get(0).plusSeconds(2));
            refused(scim.get("/Users?count=2&cursor=" + cursor), "expiredCursor");
        }
    }

    @Test
    @Tag("R-9865-2.1-02")
    void a_count_beyond_the_largest_page_is_cut(Scim scim) {
        users(scim, 3);
        assertThat(page(scim, "cursor=&count=100000").json().path("Resources")).hasSize(3);
        JsonNode pagination = scim.get("/ServiceProviderConfig").json().path("pagination");
        assertThat(pagination.path("maxPageSize").asInt()).isPositive();
    }

    @Test
    @Tag("R-9865-2.1-03")
    void a_cursor_and_an_index_do_not_go_together(Scim scim) {
        users(scim, 3);
        refused(scim.get("/Users?cursor=&startIndex=1"), "invalidValue");
        refused(scim.search("/Users", "'cursor':'','startIndex':1"), "invalidValue");
    }

    @ParameterizedTest
    @CsvSource({"displayName,ascending", "displayName,descending", "userName,descending", "title,ascending"})
    @Tag("R-9865-2.2-01")
    void pages_by_cursor_are_sorted(String by, String order, Scim scim) {
        users(scim, 10);
        String sort = "&count=3&sortBy=" + by + "&sortOrder=" + order;
        List<String> expected = page(scim, "startIndex=1&sortBy=" + by + "&sortOrder=" + order + "&count=100")
                .all("Resources.userName");
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Answer answer = page(scim, "cursor=" + cursor + sort);
            seen.addAll(answer.all("Resources.userName"));
            cursor = next(answer);
        } while (!cursor.isEmpty());
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    @Tag("R-9865-2.3-01")
    @Tag("R-9865-2.4-01")
    @Tag("R-9865-4-01")
    void without_paging_parameters_there_is_an_index(Scim scim) {
        users(scim, 2);
        Answer plain = scim.get("/Users");
        assertThat(plain.json().path("startIndex").asInt()).isEqualTo(1);
        assertThat(plain.has("nextCursor")).isFalse();
        JsonNode pagination = scim.get("/ServiceProviderConfig").json().path("pagination");
        assertThat(pagination.path("cursor").asBoolean()).isTrue();
        assertThat(pagination.path("index").asBoolean()).isTrue();
        assertThat(pagination.path("defaultPaginationMethod").asText()).isEqualTo("index");
        assertThat(pagination.path("defaultPageSize").asInt()).isPositive();
    }

    @Test
    @Tag("R-9865-3-01")
    void a_search_takes_cursor_and_count(Scim scim) {
        users(scim, 3);
        Answer first = scim.search("/Users", "'cursor':'','count':2");
        Answer second = scim.search("/Users", "'cursor':'" + next(first) + "','count':2");
        assertThat(first.all("Resources.userName")).hasSize(2);
        assertThat(second.all("Resources.userName"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(first.all("Resources.userName"));
    }

    @Test
    @Tag("R-9865-5.2-01")
    @Tag("R-9865-5.2-02")
    @Tag("R-9865-5.2-05")
    void a_cursor_grants_nothing(ScimServer server) {
        Scim acme = server.newTenant();
        users(acme, 5);
        String cursor = next(page(acme, "cursor=&count=2"));
        Scim other = server.newTenant();
        users(other, 5);
        Answer stolen = other.get("/Users?count=2&cursor=" + cursor);
        refused(stolen, "invalidCursor");
        assertThat(stolen.detail())
                .isEqualTo(other.get("/Users?count=2&cursor=nonsense").detail());
        assertThat(acme.get("/Users?count=2&cursor=" + cursor, "Authorization: ")
                        .status())
                .isEqualTo(401);
    }

    @Test
    @Tag("R-9865-5.3-02")
    void a_cursor_needs_no_memory_of_the_server() {
        byte[] key = new byte[32];
        var store = InMemoryStore.create();
        String cursor;
        String first;
        try (ScimServer server = ScimServer.start(b -> b.store(store).cursorKey(key))) {
            Scim scim = server.client("one.okta");
            users(scim, 5);
            Answer page = page(scim, "cursor=&count=3");
            cursor = next(page);
            first = page.text();
        }
        try (ScimServer again = ScimServer.start(b -> b.store(store).cursorKey(key))) {
            Answer second = page(again.client("one.okta"), "count=3&cursor=" + cursor);
            assertThat(second.all("Resources.userName")).hasSize(2);
            for (String name : second.all("Resources.userName")) {
                assertThat(first).doesNotContain("\"" + name + "\"");
            }
        }
    }
}
