package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.scim.schema.ResourceType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Lists through the whole server: pages by index and by cursor, with filters and orders (RFC 7644 §3.4.2, RFC 9865). */
public interface PagingContract extends StoreFixture {
    /** How many random walks there are; the seed of each is its number, which a failure tells. */
    int WALKS = 40;

    @EachType
    default void a_walk_by_cursor_is_the_list_and_has_the_same_pages_backward(ResourceType type) {
        ListClient client = new ListClient(store(), registry(), type, tenant());
        for (int i = 0; i < 17; i++) {
            client.create(new SplittableRandom(i), i);
        }
        for (int seed = 0; seed < WALKS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String query = client.query(random);
            int count = random.nextInt(1, 8);
            List<String> list = ListClient.ids(client.list(query + "&count=1000"));
            List<JsonNode> pages = client.walk(query + "&count=" + count, "", "nextCursor", () -> {});

            assertThat(ListClient.allIds(pages)).as("seed %d: %s", seed, query).isEqualTo(list);
            assertThat(byIndex(client, query, count))
                    .as("seed %d: %s", seed, query)
                    .isEqualTo(list);
            String back = pages.get(pages.size() - 1).path("previousCursor").asText();
            assertThat(back.isEmpty()).isEqualTo(pages.size() == 1);
            if (!back.isEmpty()) {
                List<JsonNode> again =
                        new ArrayList<>(client.walk(query + "&count=" + count, back, "previousCursor", () -> {}));
                Collections.reverse(again);
                assertThat(again.stream().map(ListClient::ids).toList())
                        .as("seed %d: %s", seed, query)
                        .isEqualTo(pages.subList(0, pages.size() - 1).stream()
                                .map(ListClient::ids)
                                .toList());
            }
        }
    }

    @EachType
    default void who_stays_is_seen_once_in_a_walk_whoever_comes_and_goes(ResourceType type) {
        ListClient client = new ListClient(store(), registry(), type, tenant());
        Set<String> visitors = new TreeSet<>();
        for (int seed = 0; seed < WALKS / 4; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            if (seed < 8) {
                client.create(random, seed);
            }
            String query = client.query(random);
            List<String> before = ListClient.ids(client.list(query + "&count=1000"));
            before.removeAll(visitors);
            int name = 1000 * (seed + 1);
            int[] made = {name};
            List<JsonNode> pages = client.walk(query + "&count=2", "", "nextCursor", () -> {
                if (made[0] < name + 5) {
                    visitors.add(client.create(random, made[0]++));
                }
                if (random.nextBoolean() && !visitors.isEmpty()) {
                    String leaving = visitors.iterator().next();
                    client.delete(leaving);
                    visitors.remove(leaving);
                }
            });
            List<String> seen = ListClient.allIds(pages);

            assertThat(seen).as("seed %d: %s", seed, query).doesNotHaveDuplicates();
            assertThat(seen.stream().filter(before::contains).toList())
                    .as("seed %d: %s", seed, query)
                    .isEqualTo(before);
        }
    }

    private static List<String> byIndex(ListClient client, String query, int count) {
        List<String> ids = new ArrayList<>();
        for (int start = 1; ; start += count) {
            List<String> page = ListClient.ids(client.list(query + "&count=" + count + "&startIndex=" + start));
            if (page.isEmpty()) {
                return ids;
            }
            ids.addAll(page);
        }
    }
}
