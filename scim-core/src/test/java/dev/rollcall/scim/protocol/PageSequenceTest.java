package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.store.IdRange;
import dev.rollcall.scim.store.StoreQuery;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages by index, one after the other (RFC 7644 §3.4.2.4). */
class PageSequenceTest {
    private final List<StoreQuery> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private final Server server = new Server(
            new Watched(InMemoryStore.create(), (method, arguments, proceed) -> {
                if (method.equals("query")) {
                    asked.add((StoreQuery) arguments.get(1));
                }
                return proceed.get();
            }),
            b -> b.clock(() -> now));
    private final List<String> ids = new ArrayList<>();

    @BeforeEach
    void six_users() {
        IntStream.range(0, 6).forEach(i -> ids.add(server.user("u" + i)));
    }

    private Server.Answer page(int startIndex) {
        return server.get("/Users?count=2&startIndex=" + startIndex);
    }

    private StoreQuery lastAsked() {
        return asked.get(asked.size() - 1);
    }

    @Test
    void the_next_page_begins_behind_the_last_entry_of_the_one_before() {
        page(1);
        Server.Answer second = page(3);
        assertThat(second.all("Resources.id")).containsExactly(ids.get(2), ids.get(3));
        assertThat(second.json().path("totalResults").asInt()).isEqualTo(6);
        assertThat(second.json().path("startIndex").asInt()).isEqualTo(3);
        assertThat(lastAsked().range()).isEqualTo(IdRange.after(ids.get(1)));
        assertThat(lastAsked().offset()).isZero();
        page(5);
        assertThat(lastAsked().range()).isEqualTo(IdRange.after(ids.get(3)));
    }

    @Test
    void who_reads_on_misses_nobody_when_others_go() {
        page(1);
        server.delete("/Users/" + ids.get(0));
        Server.Answer second = page(3);
        assertThat(second.all("Resources.id")).containsExactly(ids.get(2), ids.get(3));
        assertThat(second.json().path("totalResults").asInt()).isEqualTo(5);
        server.delete("/Users/" + ids.get(1));
        server.delete("/Users/" + ids.get(2));
        assertThat(page(5).all("Resources.id")).containsExactly(ids.get(4), ids.get(5));
    }

    @Test
    void a_jump_is_counted_off() {
        page(1);
        assertThat(page(4).all("Resources.id")).containsExactly(ids.get(3), ids.get(4));
        assertThat(lastAsked().offset()).isEqualTo(3);
        assertThat(lastAsked().range()).isEqualTo(IdRange.ALL);
    }

    @Test
    void lists_of_groups_and_of_users_do_not_go_on_from_each_other() {
        String group = server.group("G");
        server.group("H");
        page(1);
        assertThat(server.get("/Groups?count=1").all("Resources.id")).containsExactly(group);
        assertThat(server.get("/Groups?count=1&startIndex=3").all("Resources.id"))
                .isEmpty();
        assertThat(page(2).all("Resources.id")).containsExactly(ids.get(1), ids.get(2));
    }

    @Test
    void what_was_read_some_minutes_ago_is_forgotten() {
        page(1);
        server.delete("/Users/" + ids.get(0));
        now = now.plus(Duration.ofMinutes(5));
        assertThat(page(3).all("Resources.id")).containsExactly(ids.get(3), ids.get(4));
        assertThat(lastAsked().offset()).isEqualTo(2);
    }
}
