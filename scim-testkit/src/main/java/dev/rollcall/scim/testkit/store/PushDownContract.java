package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.filter.FilterCompiler;
import dev.rollcall.scim.path.AttributePath;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.query.Sort;
import dev.rollcall.scim.query.SortKey;
import dev.rollcall.scim.resource.Meta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.IdRange;
import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.PushDown;
import dev.rollcall.scim.store.PushDown.Pushed;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Filters and orders that a store takes upon itself come out as in core; for stores that declare a {@link PushDown}. */
public interface PushDownContract extends StoreFixture {
    /** Filters on users, of every operator and with what makes texts hard to compare. */
    List<String> FILTERS = List.of(
            "id eq \"u3\"",
            "id ge \"u5\"",
            "userName eq \"ANNA\"",
            "userName ne \"anna\"",
            "userName co \"%\"",
            "userName co \"n\"",
            "userName sw \"a_\"",
            "userName ew \"'\"",
            "userName sw \"\uD83D\uDE00\"",
            "userName gt \"b\"",
            "userName le \"\uFFFD\"",
            "externalId eq \"X1\"",
            "externalId eq \"x1\"",
            "externalId pr",
            "not (externalId pr)",
            "not (externalId eq \"X1\")",
            "displayName eq \"stra\u00DFe\"",
            "displayName co \"ss\"",
            "displayName eq null",
            "displayName sw \"" + "l".repeat(400) + "\"",
            "displayName ew \"1\"",
            "displayName co \"" + "l".repeat(600) + "\"",
            "active eq true",
            "active ne true",
            "not (active eq true)",
            "active pr",
            "meta.created gt \"2026-01-02T03:04:05.123Z\"",
            "meta.created eq \"2026-01-02T05:04:05.1230+02:00\"",
            "meta.lastModified lt \"9999-12-31T23:59:59Z\"",
            "meta.resourceType eq \"User\"",
            "schemas co \"core\"",
            "emails eq \"A@X.com\"",
            "emails.value ne \"a@x.com\"",
            "emails.value co \"@x\"",
            "emails[value ew \"com\"]",
            "emails[type eq \"work\" and value eq \"a@x.com\"]",
            "not (emails.value pr)",
            "title eq \"Boss\"",
            "userName sw \"a\" and active eq true",
            "userName sw \"a\" and title eq \"Boss\"",
            "userName eq \"anna\" or emails eq \"b@x.com\"",
            "active eq false or title eq \"Boss\"",
            "not (userName sw \"a\" and externalId pr)",
            "not (userName sw \"a\" or not (active eq true))");

    /** What users are ordered by. */
    List<String> ORDERS = List.of(
            "id",
            "userName",
            "displayName",
            "externalId",
            "active",
            "meta.created",
            "meta.lastModified",
            "meta.resourceType",
            "schemas",
            "title",
            "emails.value");

    /** What the store declares. */
    default PushDown pushDown() {
        return store().pushDown().orElseThrow(() -> new AssertionError("The store declares no push-down"));
    }

    @Test
    default void a_push_down_must_be_thread_safe() {
        List<Pushed> expected = divisions();

        assertThat(Race.among(4, runner -> divisions()))
                .allSatisfy(d -> assertThat(d).isEqualTo(expected));
    }

    @Test
    default void a_description_must_not_have_a_value_of_the_filter_in_it() {
        for (String text : filters()) {
            Filter secret = Filter.parse(
                    text.replace("anna", "s3cr3t").replace("Boss", "s3cr3t").replace("X1", "s3cr3t"));
            Filter answered = pushDown().push(users(), secret, null).answered();
            if (answered != null) {
                assertThat(pushDown().describe(users(), answered).orElse(""))
                        .as(text)
                        .doesNotContain("s3cr3t");
            }
        }
    }

    @Test
    default void a_push_down_must_decide_from_its_arguments_alone() {
        for (String text : filters()) {
            Pushed empty = pushDown().push(users(), Filter.parse(text), null);
            assertThat(pushDown().push(users(), Filter.parse(text), null)).isEqualTo(empty);
        }
        List<Pushed> before = divisions();
        insertPeople();

        assertThat(divisions()).isEqualTo(before);
    }

    @Test
    default void what_is_answered_and_what_remains_must_be_the_filter_together() {
        List<Resource> people = insertPeople();
        for (String text : filters()) {
            Filter filter = Filter.parse(text);
            Pushed pushed = pushDown().push(users(), filter, null);
            Predicate<Resource> both = test(pushed.answered()).and(test(pushed.remainder()));

            assertThat(people.stream().filter(both))
                    .as(text)
                    .isEqualTo(people.stream().filter(test(filter)).toList());
        }
    }

    @Test
    default void without_a_filter_nothing_is_answered_and_nothing_remains() {
        assertThat(pushDown().push(users(), null, null)).isEqualTo(new Pushed(null, null, true));
    }

    @Test
    default void a_filter_that_is_taken_must_be_answered_exactly_as_a_filter_compiler_would() {
        List<Resource> people = insertPeople();
        for (Filter filter : taken()) {
            List<String> expected = matching(people, filter);

            assertThat(ids(host(), StoreQuery.of(users(), filter, null)))
                    .as(filter.toString())
                    .isEqualTo(expected);
            assertThat(counted(host(), StoreQuery.of(users(), filter, null)))
                    .as(filter.toString())
                    .isEqualTo(expected.size());
        }
    }

    @Test
    default void a_filter_that_is_taken_must_be_answered_within_a_range_too() {
        List<Resource> people = insertPeople();
        for (Filter filter : taken()) {
            List<String> all = matching(people, filter);
            for (IdRange range :
                    List.of(IdRange.after("u3"), IdRange.before("u5"), new IdRange("u1", "u7", true), IdRange.ALL)) {
                List<String> expected =
                        new ArrayList<>(all.stream().filter(range::contains).toList());
                expected.sort(range.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder());
                StoreQuery query = StoreQuery.of(users(), filter, null).within(range);

                assertThat(ids(host(), query)).as("%s %s", filter, range).isEqualTo(expected);
                assertThat(counted(host(), query)).as("%s %s", filter, range).isEqualTo(all.size());
                assertThat(ids(host(), query.page(0, 1)))
                        .as("%s %s", filter, range)
                        .isEqualTo(expected.subList(0, Math.min(1, expected.size())));
            }
        }
    }

    @Test
    default void offset_and_limit_are_those_of_the_matches() {
        List<Resource> people = insertPeople();
        for (Filter filter : taken()) {
            List<String> all = matching(people, filter);
            for (int offset = 0; offset <= all.size(); offset++) {
                StoreQuery page = StoreQuery.of(users(), filter, null).page(offset, 2);

                assertThat(ids(host(), page))
                        .as("%s from %s", filter, offset)
                        .isEqualTo(all.subList(offset, Math.min(offset + 2, all.size())));
            }
        }
    }

    @Test
    default void a_filter_finds_only_what_the_scope_sees() {
        List<Resource> people = insertPeople();
        for (Filter filter : taken()) {
            assertThat(ids(owner("okta"), StoreQuery.of(users(), filter, null)))
                    .as(filter.toString())
                    .isEqualTo(matching(people, filter));
            assertThat(ids(owner("entra"), StoreQuery.of(users(), filter, null)))
                    .as(filter.toString())
                    .isEmpty();
        }
    }

    @Test
    default void keys_may_narrow_what_a_filter_leaves_but_never_lose_a_match() {
        List<Resource> people = insertPeople();
        Key key = new Key("externalId", "X1", false);
        for (Filter filter : taken()) {
            List<String> having =
                    matching(people, new Filter.And(List.of(filter, Filter.parse("externalId eq \"X1\""))));

            assertThat(ids(host(), StoreQuery.of(users(), filter, null).narrowedBy(List.of(key))))
                    .as(filter.toString())
                    .containsAll(having)
                    .isSubsetOf(matching(people, filter));
        }
    }

    @Test
    default void an_order_that_is_taken_must_be_exactly_that_of_a_sort_key() {
        List<Resource> people = insertPeople();
        for (String path : orders()) {
            for (boolean ascending : new boolean[] {true, false}) {
                Sort sort = sort(path, ascending);
                if (!pushDown().push(users(), null, sort).sorts()) {
                    continue;
                }
                List<String> expected = people.stream()
                        .sorted(Comparator.comparing(r -> SortKey.of(r, sort), SortKey.comparator(ascending)))
                        .map(Resource::id)
                        .toList();
                StoreQuery query = StoreQuery.of(users(), null, sort);

                assertThat(ids(host(), query)).as("%s %s", path, ascending).isEqualTo(expected);
                assertThat(ids(host(), query.page(2, 3)))
                        .as("%s %s", path, ascending)
                        .isEqualTo(expected.subList(2, 5));
            }
        }
    }

    @Test
    default void a_filter_and_an_order_that_are_both_taken_must_go_together() {
        List<Resource> people = insertPeople();
        for (String path : orders()) {
            Sort sort = sort(path, true);
            for (String text : filters()) {
                Pushed pushed = pushDown().push(users(), Filter.parse(text), sort);
                if (pushed.sorts() && pushed.remainder() == null) {
                    assertThat(ids(host(), StoreQuery.of(users(), pushed.answered(), sort)))
                            .as("%s by %s", text, path)
                            .isEqualTo(people.stream()
                                    .filter(test(Filter.parse(text)))
                                    .sorted(Comparator.comparing(r -> SortKey.of(r, sort), SortKey.comparator(true)))
                                    .map(Resource::id)
                                    .toList());
                }
            }
        }
    }

    /** Those that fit what the store keeps of users. */
    private List<String> filters() {
        return FILTERS.stream().filter(text -> fits(Filter.parse(text))).toList();
    }

    private boolean fits(Filter filter) {
        try {
            test(filter);
            return true;
        } catch (ScimException e) {
            return false;
        }
    }

    private List<String> orders() {
        PathResolver resolver = new PathResolver(users(), Tolerance.STRICT);
        return ORDERS.stream()
                .filter(path -> resolver.resolve(AttributePath.parse(path)).isPresent())
                .toList();
    }

    private List<Pushed> divisions() {
        return filters().stream()
                .map(text -> pushDown().push(users(), Filter.parse(text), null))
                .toList();
    }

    /** What the store takes of the filters. */
    private List<Filter> taken() {
        List<Filter> taken = divisions().stream()
                .flatMap(pushed -> Stream.ofNullable(pushed.answered()))
                .toList();
        assertThat(taken).as("What the store takes").isNotEmpty();
        return taken;
    }

    private List<String> matching(List<Resource> people, Filter filter) {
        return people.stream().filter(test(filter)).map(Resource::id).toList();
    }

    private Predicate<Resource> test(Filter filter) {
        return filter == null
                ? r -> true
                : new FilterCompiler(new PathResolver(users(), Tolerance.DEFAULT), Tolerance.DEFAULT).compile(filter);
    }

    private long counted(Scope scope, StoreQuery query) {
        return read(unit -> unit.resources().count(scope, query));
    }

    private Sort sort(String path, boolean ascending) {
        return new Sort(
                new PathResolver(users(), Tolerance.STRICT)
                        .resolve(AttributePath.parse(path))
                        .orElseThrow(),
                ascending);
    }

    /** Users of one owner in the order of their ids. */
    private List<Resource> insertPeople() {
        String longName = "l".repeat(700);
        List<Resource> people = List.of(
                person(1, "Anna", Map.of("externalId", "X1", "active", true, "title", "Boss")),
                person(2, "a_b%c", Map.of("externalId", "x1", "active", false)),
                person(3, "axb'", Map.of("displayName", "STRASSE", "active", true)),
                person(4, "\uD83D\uDE00smile", Map.of("externalId", "X1", "displayName", longName + "1")),
                person(5, "\uFFFDodd", Map.of("displayName", longName + "2", "title", "Boss")),
                person(
                        6,
                        "ben",
                        Map.of("emails", List.of(Map.of("value", "a@x.com", "type", "home")), "active", false)),
                person(
                        7,
                        "\u00E4nne",
                        Map.of(
                                "emails",
                                List.of(Map.of("value", "A@x.COM", "type", "work"), Map.of("value", "b@x.com")),
                                "displayName",
                                "l".repeat(500))),
                person(8, "zoe", Map.of("emails", List.of(Map.of("type", "work")), "displayName", "Stra\u00DFe")));
        insert(owner("okta"), people.toArray(Resource[]::new));
        registry().resourceTypes().stream()
                .filter(type -> type != users())
                .forEach(type -> insert(owner("okta"), resource(type, "v" + type, "anna")));
        return people;
    }

    private Resource person(int number, String userName, Map<String, Object> more) {
        var builder = user("u" + number, userName).toBuilder();
        more.entrySet().stream()
                .filter(entry -> users().find(entry.getKey()) != null)
                .forEach(entry -> builder.set(entry.getKey(), entry.getValue()));
        Meta made = Meta.created(NOW.plusMillis(number % 3));
        return fitted(builder.meta(number % 2 == 0 ? made : made.modified(NOW.plusSeconds(number)))
                .build());
    }
}
