package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.memory.InMemoryStore;
import dev.rollcall.scim.testing.Property;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Walks by cursor over random resources with random filters, orders and page sizes. */
class CursorWalkTest {
    /** Made once, since it compiles the schemas; each case has a tenant of its own there. */
    private final Store memory = InMemoryStore.create();

    private final Server inMemory = new Server(memory);

    /** The pages from a cursor on, by the member of the answer that leads to the next one. */
    private static List<JsonNode> walk(RandomList c, String cursor, int count, String member, Runnable between) {
        List<JsonNode> pages = new ArrayList<>();
        String next = cursor;
        do {
            Server.Answer answer = c.ask("cursor", next, count);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            JsonNode page = answer.json();
            assertThat(page.path("itemsPerPage").asInt())
                    .isEqualTo(page.path("Resources").size())
                    .isLessThanOrEqualTo(count);
            pages.add(page);
            next = page.path(member).asText();
            between.run();
            assertThat(pages).hasSizeLessThan(200);
        } while (!next.isEmpty());
        return pages;
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("Resources").forEach(r -> ids.add(r.path("id").asText()));
        return ids;
    }

    private static List<String> ids(List<JsonNode> pages) {
        return pages.stream().flatMap(page -> ids(page).stream()).toList();
    }

    @Test
    void a_walk_is_the_list_and_the_walk_back_has_the_same_pages() {
        Property.check("cursor pages are the list", g -> {
            RandomList c = new RandomList(g, memory, inMemory);
            int count = g.show("count", g.between(1, 5));
            List<String> list = c.list();
            List<JsonNode> pages = walk(c, "", count, "nextCursor", () -> {});

            assertThat(ids(pages)).isEqualTo(list);
            for (int i = 0; i < pages.size(); i++) {
                boolean last = i == pages.size() - 1;
                assertThat(pages.get(i).path("totalResults").asInt()).isEqualTo(list.size());
                assertThat(pages.get(i).has("nextCursor")).isEqualTo(!last);
                assertThat(pages.get(i).has("previousCursor")).isEqualTo(i > 0);
                assertThat(last || ids(pages.get(i)).size() == count).isTrue();
            }
            if (pages.size() > 1) {
                String back = pages.get(pages.size() - 1).path("previousCursor").asText();
                List<JsonNode> again = new ArrayList<>(walk(c, back, count, "previousCursor", () -> {}));
                Collections.reverse(again);
                assertThat(again.stream().map(CursorWalkTest::ids).toList())
                        .isEqualTo(pages.subList(0, pages.size() - 1).stream()
                                .map(CursorWalkTest::ids)
                                .toList());
                assertThat(again)
                        .allSatisfy(page ->
                                assertThat(page.path("totalResults").asInt()).isEqualTo(list.size()));
                String next = again.get(0).path("nextCursor").asText();
                assertThat(ids(walk(c, next, count, "nextCursor", () -> {})))
                        .isEqualTo(list.subList(count, list.size()));
            }
        });
    }

    @Test
    void who_stays_is_seen_once_whoever_comes_and_goes() {
        Property.check("cursor walks neither lose nor repeat", g -> {
            RandomList c = new RandomList(g, memory, inMemory);
            int count = g.show("count", g.between(1, 3));
            List<String> before = c.list();
            List<Integer> rounds = new ArrayList<>();
            Runnable between = () -> {
                rounds.add(1);
                if (rounds.size() < 12) {
                    c.comeAndGo();
                }
            };
            List<JsonNode> pages = walk(c, "", count, "nextCursor", between);
            List<String> seen = ids(pages);

            assertThat(seen).doesNotHaveDuplicates();
            assertThat(seen.stream().filter(before::contains).toList()).isEqualTo(before);
            String back = pages.get(pages.size() - 1).path("previousCursor").asText();
            if (!back.isEmpty()) {
                Set<String> onLast = new HashSet<>(ids(pages.get(pages.size() - 1)));
                List<JsonNode> again = new ArrayList<>(walk(c, back, count, "previousCursor", between));
                Collections.reverse(again);
                assertThat(ids(again)).doesNotHaveDuplicates();
                assertThat(ids(again).stream().filter(before::contains).toList())
                        .isEqualTo(before.stream()
                                .filter(id -> !onLast.contains(id))
                                .toList());
            }
        });
    }

    @Test
    void a_deep_page_of_an_order_is_the_same_however_many_passes_it_takes() {
        Property.check("passes make no difference", g -> {
            RandomList c = new RandomList(g, memory, inMemory);
            List<String> list = c.list();
            ScimService service = c.server.service();
            ScimRequest request = new ScimRequest(
                    "GET",
                    List.of("Users"),
                    Map.of(),
                    Map.of(),
                    InputStream.nullInputStream(),
                    Server.BASE,
                    "request-1",
                    c.caller);
            Exchange exchange = Exchange.of(request, service.settings(), Readers.of(service.settings()));
            String by = g.show("order", g.pick(RandomList.USER_ORDERS));
            boolean ascending = g.bool();
            List<ResourceType> types = List.of(service.settings().registry().resourceType("User"));
            SortBy sortBy = new SortBy(by, ascending);
            ListRequest asked = new ListRequest(null, sortBy, 1, 10, null);
            int offset = g.show("offset", g.below(list.size() + 3));
            int count = g.show("count", g.below(4));
            c.store.read(unit -> {
                ListQuery query = ListQuery.of(
                        exchange, unit, asked, types, Map.of(types.get(0), sortBy.in(types.get(0), exchange)));
                Slice whole = new SortedWalk(query).at(0, 1000);
                Slice part = new SortedWalk(query, 1 + g.below(3)).at(offset, count);
                assertThat(part.total()).isEqualTo(whole.total());
                assertThat(part.resources())
                        .isEqualTo(whole.resources().stream()
                                .skip(offset)
                                .limit(count)
                                .toList());
                return true;
            });
        });
    }

    @Test
    void a_changed_cursor_is_refused_and_never_answered() {
        Server server = new Server(InMemoryStore.create());
        for (int i = 0; i < 5; i++) {
            server.user("u" + i);
        }
        Set<String> refusals = new HashSet<>();
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";
        Property.check("changed cursors are refused", g -> {
            String query = "/Users?count=2" + g.pick("", "&sortBy=userName", "&filter=userName pr");
            String good =
                    server.get(query + "&cursor").json().path("nextCursor").asText();
            byte[] bad = good.getBytes(StandardCharsets.US_ASCII);
            for (int i = g.between(1, 3); i > 0; i--) {
                bad[g.below(bad.length)] = (byte) letters.charAt(g.below(letters.length()));
            }
            String changed = new String(bad, StandardCharsets.US_ASCII);
            if (!changed.equals(good)) {
                Server.Answer answer = server.get(query + "&cursor=" + g.show("cursor", changed));
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.scimType()).isEqualTo("invalidCursor");
                refusals.add(answer.text());
            }
        });
        assertThat(refusals).hasSize(1);
    }
}
