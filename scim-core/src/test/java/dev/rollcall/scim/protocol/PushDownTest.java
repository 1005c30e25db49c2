package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.filter.FilterCompiler;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.query.Sort;
import dev.rollcall.scim.query.SortKey;
import dev.rollcall.scim.query.SortValue;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.Capabilities;
import dev.rollcall.scim.store.IdRange;
import dev.rollcall.scim.store.MembershipStore;
import dev.rollcall.scim.store.PushDown;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.StoreQuery;
import dev.rollcall.scim.store.StoredResource;
import dev.rollcall.scim.store.UnitOfWork;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A store that answers filters and keeps orders: the lists are the same, and it is asked for no more than it took. */
class PushDownTest {
    /** How much a store takes upon itself. */
    enum Takes {
        ALL,
        FIRST_CONJUNCT,
        NOTHING
    }

    @ParameterizedTest
    @CsvSource({
        "ALL, true, filter=title eq \"t1\"&startIndex=2&count=2",
        "ALL, true, sortBy=userName&sortOrder=descending&startIndex=2&count=3",
        "FIRST_CONJUNCT, false, filter=title eq \"t1\" and nickName eq \"n0\"&startIndex=2&count=1",
        "FIRST_CONJUNCT, false, filter=title eq \"t1\" and nickName eq \"n0\"&sortBy=userName&sortOrder=descending",
        "NOTHING, false, filter=title eq \"t1\"&sortBy=userName&count=2",
    })
    void the_list_is_the_same_however_the_work_is_divided(Takes takes, boolean paged, String query) {
        Pushing store = new Pushing(takes);
        Server pushing = new Server(store);
        Server plain = new Server(InMemoryStore.create());
        for (int i = 0; i < 12; i++) {
            String attributes = "'title':'t" + i % 2 + "','nickName':'n" + i % 3 + "'";
            pushing.user("u" + i, attributes);
            plain.user("u" + i, attributes);
        }
        Server.Answer expected = plain.get("/Users?" + query);
        Server.Answer answer = pushing.get("/Users?" + query);
        assertThat(expected.all("Resources.userName")).isNotEmpty();
        assertThat(answer.all("Resources.userName")).isEqualTo(expected.all("Resources.userName"));
        assertThat(answer.json().path("totalResults")).isEqualTo(expected.json().path("totalResults"));
        StoreQuery asked = store.asked.get(store.asked.size() - 1);
        assertThat(asked.limit() < Long.MAX_VALUE).isEqualTo(paged);
        assertThat(asked.filter() != null).isEqualTo(takes != Takes.NOTHING && query.contains("filter"));
    }

    @ParameterizedTest
    @CsvSource({
        "ALL, count=3",
        "ALL, count=3&filter=title eq \"t1\"",
        "NOTHING, count=3&filter=title eq \"t1\"",
        "FIRST_CONJUNCT, count=3&filter=title eq \"t1\" and nickName pr",
        "ALL, count=3&sortBy=userName&sortOrder=descending",
        "NOTHING, count=3&sortBy=title&filter=title pr",
    })
    void a_walk_by_cursor_is_the_same_however_the_work_is_divided(Takes takes, String query) {
        Server pushing = new Server(new Pushing(takes));
        Server plain = new Server(InMemoryStore.create());
        for (int i = 0; i < 12; i++) {
            String attributes = "'title':'t" + i % 2 + "','nickName':'n" + i % 3 + "'";
            pushing.user("u" + i, attributes);
            plain.user("u" + i, attributes);
        }
        String one = "";
        String other = "";
        for (String member : List.of("nextCursor", "previousCursor", "nextCursor")) {
            Server.Answer expected = plain.get("/Users?" + query + "&cursor=" + one);
            Server.Answer answer = pushing.get("/Users?" + query + "&cursor=" + other);
            assertThat(expected.all("Resources.userName")).isNotEmpty();
            assertThat(answer.all("Resources.userName")).isEqualTo(expected.all("Resources.userName"));
            assertThat(answer.json().path("totalResults"))
                    .isEqualTo(expected.json().path("totalResults"));
            String way = expected.json().has(member) ? member : "nextCursor";
            one = expected.json().path(way).asText();
            other = answer.json().path(way).asText();
        }
    }

    @ParameterizedTest
    @CsvSource({"ALL, count=3, 4", "NOTHING, count=3, 4", "NOTHING, count=3&filter=title eq \"t1\", 8"})
    void a_page_by_cursor_reads_from_its_place_to_one_past_its_end_and_counts_nothing(
            Takes takes, String query, int most) {
        Pushing store = new Pushing(takes);
        Server server = new Server(store);
        for (int i = 0; i < 100; i++) {
            server.user("u" + i, "'title':'t" + i % 2 + "'");
        }
        Server.Answer first = server.get("/Users?" + query + "&cursor");
        List<String> ids = first.all("Resources.id");
        for (int page = 0; page < 3; page++) {
            store.asked.clear();
            store.delivered = 0;
            store.counts = 0;
            Server.Answer next = server.get("/Users?" + query + "&cursor="
                    + first.json().path("nextCursor").asText());
            assertThat(next.all("Resources.id")).hasSize(3);
            assertThat(store.asked).hasSize(1);
            assertThat(store.asked.get(0).range()).isEqualTo(IdRange.after(ids.get(2)));
            assertThat(store.delivered).isBetween(3, most);
            assertThat(store.counts).isZero();
            first = next;
            ids = next.all("Resources.id");
        }
    }

    /** A store orders by whole values, of which a cursor keeps the beginning only. */
    @Test
    void the_first_page_by_cursor_is_in_the_order_of_the_others_whatever_order_the_store_keeps() {
        Pushing store = new Pushing(Takes.ALL);
        store.order = Comparator.comparing(r -> r.text("title").orElse(""));
        Server server = new Server(store);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            server.user("u" + i, "'title':'" + "t".repeat(SortValue.LENGTH) + (9 - i) + "'");
            names.add("u" + i);
        }
        List<String> walked = new ArrayList<>();
        String cursor = "";
        do {
            Server.Answer page = server.get("/Users?count=2&sortBy=title&cursor=" + cursor);
            walked.addAll(page.all("Resources.userName"));
            cursor = page.json().path("nextCursor").asText();
        } while (!cursor.isEmpty());
        assertThat(walked).isEqualTo(names);
    }

    /** The in-memory store with a filter and an order in front of it. */
    private static final class Pushing implements Store, PushDown {
        private final Store inner = InMemoryStore.create();
        private final Takes takes;
        private final List<StoreQuery> asked = new ArrayList<>();
        private int delivered;
        private int counts;
        private @Nullable Comparator<Resource> order;

        private Pushing(Takes takes) {
            this.takes = takes;
        }

        @Override
        public Pushed push(ResourceType type, @Nullable Filter filter, @Nullable Sort sort) {
            if (takes == Takes.ALL) {
                return new Pushed(filter, null, true);
            }
            if (takes == Takes.NOTHING) {
                return new Pushed(null, filter, sort == null);
            }
            return new Pushed(filter.conjuncts().get(0), filter.conjuncts().get(1), sort == null);
        }

        @Override
        public Optional<PushDown> pushDown() {
            return Optional.of(this);
        }

        private UnitOfWork filtering(UnitOfWork unit) {
            return new UnitOfWork() {
                @Override
                public boolean writes() {
                    return unit.writes();
                }

                @Override
                public void onEnd(Ending ending) {
                    unit.onEnd(ending);
                }

                @Override
                public ResourceStore resources() {
                    return new Resources(unit.resources());
                }

                @Override
                public Optional<MembershipStore> memberships() {
                    return unit.memberships();
                }
            };
        }

        @Override
        public <T> T write(Function<UnitOfWork, T> work) {
            return inner.write(unit -> work.apply(filtering(unit)));
        }

        @Override
        public <T> T read(Function<UnitOfWork, T> work) {
            return inner.read(unit -> work.apply(filtering(unit)));
        }

        @Override
        public Capabilities capabilities() {
            return inner.capabilities();
        }

        private final class Resources implements ResourceStore {
            private final ResourceStore store;

            private Resources(ResourceStore store) {
                this.store = store;
            }

            private Stream<Resource> matching(Scope scope, StoreQuery query) {
                PathResolver resolver = new PathResolver(query.type(), Tolerance.STRICT);
                Predicate<Resource> test = query.filter() == null
                        ? r -> true
                        : new FilterCompiler(resolver, Tolerance.STRICT).compile(query.filter());
                Stream<Resource> found = store.query(
                                scope, StoreQuery.all(query.type()).within(query.range()))
                        .peek(resource -> delivered++)
                        .filter(test);
                if (query.sort() == null) {
                    return found;
                }
                return found.sorted(
                        order != null
                                ? order
                                : Comparator.comparing(
                                        r -> SortKey.of(r, query.sort()),
                                        SortKey.comparator(query.sort().ascending())));
            }

            @Override
            public Stream<Resource> query(Scope scope, StoreQuery query) {
                asked.add(query);
                return matching(scope, query).skip(query.offset()).limit(query.limit());
            }

            @Override
            public long count(Scope scope, StoreQuery query) {
                counts++;
                return matching(scope, query).count();
            }

            @Override
            public void insert(Scope scope, StoredResource resource) {
                store.insert(scope, resource);
            }

            @Override
            public Optional<Resource> find(Scope scope, ResourceType type, String id) {
                return store.find(scope, type, id);
            }

            @Override
            public boolean replace(Scope scope, StoredResource resource, long expectedVersion) {
                return store.replace(scope, resource, expectedVersion);
            }

            @Override
            public boolean delete(Scope scope, ResourceType type, String id, long expectedVersion) {
                return store.delete(scope, type, id, expectedVersion);
            }
        }
    }
}
