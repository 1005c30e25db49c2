package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.filter.FilterCompiler;
import dev.rollcall.scim.path.AttributePath;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.query.Sort;
import dev.rollcall.scim.resource.Meta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.PushDown;
import dev.rollcall.scim.store.PushDown.Pushed;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the tests of push-down say again and again: people, filters and orders to ask for, and what core makes of them. */
public interface PushDownFixture extends StoreFixture {
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

    /** Those that fit what the store keeps of users. */
    default List<String> filters() {
        return FILTERS.stream().filter(text -> fits(Filter.parse(text))).toList();
    }

    /** Whether the store keeps what the filter is about. */
    default boolean fits(Filter filter) {
        try {
            test(filter);
            return true;
        } catch (ScimException e) {
            return false;
        }
    }

    /** Those that fit what the store keeps of users. */
    default List<String> orders() {
        PathResolver resolver = new PathResolver(users(), Tolerance.STRICT);
        return ORDERS.stream()
                .filter(path -> resolver.resolve(AttributePath.parse(path)).isPresent())
                .toList();
    }

    /** How the store divides each filter. */
    default List<Pushed> divisions() {
        return filters().stream()
                .map(text -> pushDown().push(users(), Filter.parse(text), null))
                .toList();
    }

    /** What the store takes of the filters. */
    default List<Filter> taken() {
        List<Filter> taken = divisions().stream()
                .flatMap(pushed -> Stream.ofNullable(pushed.answered()))
                .toList();
        assertThat(taken).as("What the store takes").isNotEmpty();
        return taken;
    }

    /** The ids of those for whom the filter holds, in their order. */
    default List<String> matching(List<Resource> people, Filter filter) {
        return people.stream().filter(test(filter)).map(Resource::id).toList();
    }

    /** What core makes of the filter; everybody without one. */
    default Predicate<Resource> test(Filter filter) {
        return filter == null
                ? r -> true
                : new FilterCompiler(new PathResolver(users(), Tolerance.DEFAULT), Tolerance.DEFAULT).compile(filter);
    }

    /** How many the store counts. */
    default long counted(Scope scope, StoreQuery query) {
        return read(unit -> unit.resources().count(scope, query));
    }

    /** An order by the attribute at the path. */
    default Sort sort(String path, boolean ascending) {
        return new Sort(
                new PathResolver(users(), Tolerance.STRICT)
                        .resolve(AttributePath.parse(path))
                        .orElseThrow(),
                ascending);
    }

    /** Users of one owner in the order of their ids. */
    default List<Resource> insertPeople() {
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

    /** A user with as much of the rest as the store keeps. */
    default Resource person(int number, String userName, Map<String, Object> more) {
        var builder = user("u" + number, userName).toBuilder();
        more.entrySet().stream()
                .filter(entry -> users().find(entry.getKey()) != null)
                .forEach(entry -> builder.set(entry.getKey(), entry.getValue()));
        Meta made = Meta.created(NOW.plusMillis(number % 3));
        return fitted(builder.meta(number % 2 == 0 ? made : made.modified(NOW.plusSeconds(number)))
                .build());
    }
}
