package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.scim.RollcallBuilder;
import dev.rollcall.scim.store.Capabilities;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.UnitOfWork;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cursor is good for one query of one caller, for a time (RFC 9865 §2.1 and §5.2). */
class CursorSealTest {
    private static final byte[] KEY = "a key of the test".getBytes(StandardCharsets.US_ASCII);

    private static Server with(int users) {
        Server server = new Server(InMemoryStore.create());
        IntStream.range(0, users).forEach(i -> server.user("u" + i, "'title':'t" + i % 2 + "'"));
        return server;
    }

    private static String next(Server.Answer answer) {
        return answer.json().path("nextCursor").asText();
    }

    private static void isRefused(Server.Answer answer, String scimType) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.scimType()).isEqualTo(scimType);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /Users?count=2                           | /Groups?count=2
            /Users?count=2                           | /?count=2
            /?count=2                                | /Users?count=2
            /Users?count=2                           | /Users?count=2&filter=userName sw "u"
            /Users?count=2&filter=userName sw "u"    | /Users?count=2&filter=userName co "u"
            /Users?count=2                           | /Users?count=2&sortBy=title
            /Users?count=2&sortBy=title              | /Users?count=2&sortBy=nickName
            /Users?count=2&sortBy=title              | /Users?count=2&sortBy=title&sortOrder=descending
            /Users?count=2                           | /Users?count=2&attributes=userName
            /Users?count=2&attributes=userName       | /Users?count=2&attributes=nickName
            /Users?count=2&attributes=userName       | /Users?count=2&attributes=userName,title
            /Users?count=2                           | /Users?count=2&excludedAttributes=title
            /Users?count=2&excludedAttributes=title  | /Users?count=2&excludedAttributes=roles
            /Users?count=2&attributes=title          | /Users?count=2&excludedAttributes=title
            """)
    void a_cursor_is_good_for_its_own_query_alone(String own, String other) {
        Server server = with(5);
        String cursor = next(server.get(own + "&cursor"));
        assertThat(server.get(own + "&cursor=" + cursor).status()).isEqualTo(200);
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
                Caller.ofProvider("acmf", "okta", "rck-okta"),
                Caller.ofProvider("acmeo", "kta", "rck-okta"),
                Caller.ofProvider("acme", "entra", "rck-okta"),
                Caller.ofProvider("acme", "okta", "rck-other"),
                new Caller("acme", null, "rck-okta", null),
                new Caller("acme", "okta", "rck-okta", ""),
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
    void nodes_whose_store_keeps_a_secret_answer_for_one_another_without_a_key_of_the_host() {
        Store shared = new Sharing(InMemoryStore.create());
        Server one = new Server(shared);
        IntStream.range(0, 3).forEach(i -> one.user("u" + i));
        String cursor = next(one.get("/Users?cursor&count=2"));
        assertThat(new Server(shared).get("/Users?count=2&cursor=" + cursor).status())
                .isEqualTo(200);
        isRefused(new Server(shared, b -> b.cursorKey(KEY)).get("/Users?count=2&cursor=" + cursor), "invalidCursor");
    }

    /** Keeps a secret for the nodes. */
    private record Sharing(Store inner) implements Store {
        @Override
        public <T> T write(Function<UnitOfWork, T> work) {
            return inner.write(work);
        }

        @Override
        public <T> T read(Function<UnitOfWork, T> work) {
            return inner.read(work);
        }

        @Override
        public Capabilities capabilities() {
            return inner.capabilities();
        }

        @Override
        public Optional<byte[]> secret(String name) {
            return Optional.of(
                    name.repeat(SECRET_BYTES).substring(0, SECRET_BYTES).getBytes(StandardCharsets.US_ASCII));
        }
    }
}
