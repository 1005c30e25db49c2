package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.IdRange;
import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.StoreQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ranges of ids, of which pages by cursor are made. */
public interface RangeContract extends StoreFixture {
    @Test
    default void a_query_gives_no_resource_outside_of_its_range() {
        insert(host(), user("b", "1"), user("d", "2"), user("f", "3"), user("h", "4"));
        insert(host(), group("e", "Not a user"));

        assertThat(ids(host(), within("b", null, false))).containsExactly("d", "f", "h");
        assertThat(ids(host(), within(null, "f", false))).containsExactly("b", "d");
        assertThat(ids(host(), within("b", "h", false))).containsExactly("d", "f");
        assertThat(ids(host(), within("b", "d", false))).isEmpty();
        assertThat(ids(host(), within("h", null, false))).isEmpty();
        assertThat(ids(host(), within(null, "b", false))).isEmpty();
        assertThat(ids(host(), within("h", "b", false))).isEmpty();
        assertThat(ids(host(), within("d", "d", true))).isEmpty();
    }

    @Test
    default void a_query_gives_what_is_in_its_range_in_its_direction() {
        insert(host(), user("b", "1"), user("D", "2"), user("f", "3"), user("f10", "4"), user("f2", "5"));

        assertThat(ids(host(), within(null, null, true))).containsExactly("f2", "f10", "f", "b", "D");
        assertThat(ids(host(), within(null, "f2", true))).containsExactly("f10", "f", "b", "D");
        assertThat(ids(host(), within("D", "f10", true))).containsExactly("f", "b");
        assertThat(ids(host(), within("D", "f10", false))).containsExactly("b", "f");
    }

    @Test
    default void the_ends_of_a_range_need_not_be_ids_of_resources() {
        insert(host(), user("b", "1"), user("d", "2"), user("f", "3"));

        assertThat(ids(host(), within("a", "e", false))).containsExactly("b", "d");
        assertThat(ids(host(), within("c", "z", true))).containsExactly("f", "d");
        delete(host(), user("d", "2"), 1);
        assertThat(ids(host(), within("d", null, false))).containsExactly("f");
        assertThat(ids(host(), within(null, "d", true))).containsExactly("b");
    }

    @Test
    default void offset_and_limit_begin_where_the_range_does() {
        List<String> all = insertMany(9);

        assertThat(ids(host(), within(all.get(1), null, false).page(0, 3))).isEqualTo(all.subList(2, 5));
        assertThat(ids(host(), within(all.get(1), null, false).page(2, 3))).isEqualTo(all.subList(4, 7));
        assertThat(ids(host(), within(null, all.get(7), true).page(0, 2))).containsExactly(all.get(6), all.get(5));
        assertThat(ids(host(), within(null, all.get(7), true).page(6, 5))).containsExactly(all.get(0));
        assertThat(ids(host(), within(null, all.get(7), true).page(7, 5))).isEmpty();
    }

    @Test
    default void a_range_of_a_large_result_comes_whole_and_once() {
        List<String> all = insertMany(1001);
        List<String> reversed = new ArrayList<>(all.subList(0, 1000));
        Collections.reverse(reversed);

        assertThat(ids(host(), within(all.get(0), null, false))).isEqualTo(all.subList(1, 1001));
        assertThat(ids(host(), within(null, all.get(1000), true))).isEqualTo(reversed);
        assertThat(ids(host(), within(all.get(200), all.get(800), false))).isEqualTo(all.subList(201, 800));
    }

    @Test
    default void pages_that_seek_behind_one_another_make_the_list_both_ways() {
        List<String> all = insertMany(25);
        List<String> forward = new ArrayList<>();
        for (List<String> page = next(null); !page.isEmpty(); page = next(last(page))) {
            forward.addAll(page);
        }
        List<String> back = new ArrayList<>();
        for (List<String> page = previous(null); !page.isEmpty(); page = previous(last(page))) {
            back.addAll(page);
        }
        Collections.reverse(back);

        assertThat(forward).isEqualTo(all);
        assertThat(back).isEqualTo(all);
    }

    @Test
    default void a_range_holds_for_what_equalities_and_scope_leave() {
        List<String> all = insertMany(6);
        insert(
                owner("entra"),
                user("u00002a", "foreign").toBuilder().set("displayName", "D").build());
        Resource named =
                user("u00003a", "named").toBuilder().set("displayName", "D").build();
        insert(host(), named);
        Key key = keys().stored(named).keys().stream()
                .filter(k -> k.path().equals("displayName"))
                .findFirst()
                .orElseThrow();
        StoreQuery having = StoreQuery.all(users()).narrowedBy(List.of(key));

        assertThat(ids(owner("entra"), within("u00001", null, false))).containsExactly("u00002a");
        assertThat(ids(owner("entra"), within(null, "u00002", true))).isEmpty();
        assertThat(ids(host(), having.within(IdRange.after("u00002a"))))
                .contains("u00003a")
                .doesNotContain("u00002a")
                .isSorted();
        assertThat(ids(host(), having.within(IdRange.before("u00003a"))))
                .contains("u00002a")
                .doesNotContain("u00003a")
                .isSortedAccordingTo(Collections.reverseOrder());
        assertThat(ids(host(), within(all.get(1), all.get(4), false)))
                .containsExactly("u00002", "u00002a", "u00003", "u00003a");
    }

    @Test
    default void count_leaves_the_range_aside() {
        List<String> all = insertMany(5);
        long counted = read(unit -> unit.resources().count(host(), within(all.get(3), null, true)));

        assertThat(counted).isEqualTo(5);
    }

    private List<String> next(@Nullable String after) {
        return ids(host(), StoreQuery.all(users()).within(IdRange.after(after)).page(0, 4));
    }

    private List<String> previous(@Nullable String before) {
        return ids(
                host(), StoreQuery.all(users()).within(IdRange.before(before)).page(0, 4));
    }

    private static String last(List<String> page) {
        return page.get(page.size() - 1);
    }

    private List<String> insertMany(int number) {
        List<String> ids =
                IntStream.range(0, number).mapToObj("u%05d"::formatted).toList();
        change(store -> ids.forEach(id -> store.insert(host(), keys().stored(user(id, "name-" + id)))));
        return ids;
    }

    private StoreQuery within(@Nullable String after, @Nullable String before, boolean descending) {
        return StoreQuery.all(users()).within(new IdRange(after, before, descending));
    }
}
