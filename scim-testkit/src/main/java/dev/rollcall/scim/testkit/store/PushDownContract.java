package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.query.Sort;
import dev.rollcall.scim.query.SortKey;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.IdRange;
import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.PushDown;
import dev.rollcall.scim.store.PushDown.Pushed;
import dev.rollcall.scim.store.StoreQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Filters and orders that a store takes upon itself come out as in core; for stores that declare a {@link PushDown}. */
public interface PushDownContract extends PushDownFixture {
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
}
