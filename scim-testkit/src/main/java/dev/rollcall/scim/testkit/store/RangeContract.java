package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.IdRange;
import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.StoreQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ranges of ids, of which pages by cursor are made. */
public interface RangeContract extends StoreFixture {
    @EachType
    default void a_query_must_give_no_resource_outside_of_its_range(ResourceType type) {
        insert(
                host(),
                resource(type, "b", "1"),
                resource(type, "d", "2"),
                resource(type, "f", "3"),
                resource(type, "h", "4"));

        assertThat(ids(host(), within(type, "b", null, false))).containsExactly("d", "f", "h");
        assertThat(ids(host(), within(type, null, "f", false))).containsExactly("b", "d");
        assertThat(ids(host(), within(type, "b", "h", false))).containsExactly("d", "f");
        assertThat(ids(host(), within(type, "b", "d", false))).isEmpty();
        assertThat(ids(host(), within(type, "h", null, false))).isEmpty();
        assertThat(ids(host(), within(type, null, "b", false))).isEmpty();
        assertThat(ids(host(), within(type, "h", "b", false))).isEmpty();
        assertThat(ids(host(), within(type, "d", "d", true))).isEmpty();
    }

    @EachType
    default void a_query_must_give_what_is_in_its_range_in_its_direction(ResourceType type) {
        insert(
                host(),
                resource(type, "b", "1"),
                resource(type, "D", "2"),
                resource(type, "f", "3"),
                resource(type, "f10", "4"),
                resource(type, "f2", "5"));

        assertThat(ids(host(), within(type, null, null, true))).containsExactly("f2", "f10", "f", "b", "D");
        assertThat(ids(host(), within(type, null, "f2", true))).containsExactly("f10", "f", "b", "D");
        assertThat(ids(host(), within(type, "D", "f10", true))).containsExactly("f", "b");
        assertThat(ids(host(), within(type, "D", "f10", false))).containsExactly("b", "f");
    }

    @EachType
    default void the_ends_of_a_range_need_not_be_ids_of_resources(ResourceType type) {
        insert(host(), resource(type, "b", "1"), resource(type, "d", "2"), resource(type, "f", "3"));

        assertThat(ids(host(), within(type, "a", "e", false))).containsExactly("b", "d");
        assertThat(ids(host(), within(type, "c", "z", true))).containsExactly("f", "d");
        delete(host(), resource(type, "d", "2"), 1);
        assertThat(ids(host(), within(type, "d", null, false))).containsExactly("f");
        assertThat(ids(host(), within(type, null, "d", true))).containsExactly("b");
    }

    @EachType
    default void offset_and_limit_begin_where_the_range_does(ResourceType type) {
        List<String> all = insertMany(type, 9);

        assertThat(ids(host(), within(type, all.get(1), null, false).page(0, 3)))
                .isEqualTo(all.subList(2, 5));
        assertThat(ids(host(), within(type, all.get(1), null, false).page(2, 3)))
                .isEqualTo(all.subList(4, 7));
        assertThat(ids(host(), within(type, null, all.get(7), true).page(0, 2)))
                .containsExactly(all.get(6), all.get(5));
        assertThat(ids(host(), within(type, null, all.get(7), true).page(6, 5))).containsExactly(all.get(0));
        assertThat(ids(host(), within(type, null, all.get(7), true).page(7, 5))).isEmpty();
    }

    @EachType
    default void a_range_of_a_large_result_comes_whole_and_once(ResourceType type) {
        List<String> all = insertMany(type, 1001);
        List<String> reversed = new ArrayList<>(all.subList(0, 1000));
        Collections.reverse(reversed);

        assertThat(ids(host(), within(type, all.get(0), null, false))).isEqualTo(all.subList(1, 1001));
        assertThat(ids(host(), within(type, null, all.get(1000), true))).isEqualTo(reversed);
        assertThat(ids(host(), within(type, all.get(200), all.get(800), false))).isEqualTo(all.subList(201, 800));
    }

    @EachType
    default void pages_that_seek_behind_one_another_make_the_list_both_ways(ResourceType type) {
        List<String> all = insertMany(type, 25);
        List<String> forward = new ArrayList<>();
        for (List<String> page = next(type, null); !page.isEmpty(); page = next(type, last(page))) {
            forward.addAll(page);
        }
        List<String> back = new ArrayList<>();
        for (List<String> page = previous(type, null); !page.isEmpty(); page = previous(type, last(page))) {
            back.addAll(page);
        }
        Collections.reverse(back);

        assertThat(forward).isEqualTo(all);
        assertThat(back).isEqualTo(all);
    }

    @EachType
    default void a_range_holds_for_what_equalities_and_scope_leave(ResourceType type) {
        List<String> all = insertMany(type, 6);
        insert(owner("entra"), changed(resource(type, "u00002a", "foreign"), "externalId", "D"));
        Resource named = changed(resource(type, "u00003a", "named"), "externalId", "D");
        insert(host(), named);
        Key key = keys().stored(named).keys().stream()
                .filter(k -> k.path().equals("externalId"))
                .findFirst()
                .orElseThrow();
        StoreQuery having = StoreQuery.all(type).narrowedBy(List.of(key));

        assertThat(ids(owner("entra"), within(type, "u00001", null, false))).containsExactly("u00002a");
        assertThat(ids(owner("entra"), within(type, null, "u00002", true))).isEmpty();
        assertThat(ids(host(), having.within(IdRange.after("u00002a"))))
                .contains("u00003a")
                .doesNotContain("u00002a")
                .isSorted();
        assertThat(ids(host(), having.within(IdRange.before("u00003a"))))
                .contains("u00002a")
                .doesNotContain("u00003a")
                .isSortedAccordingTo(Collections.reverseOrder());
        assertThat(ids(host(), within(type, all.get(1), all.get(4), false)))
                .containsExactly("u00002", "u00002a", "u00003", "u00003a");
    }

    private List<String> next(ResourceType type, @Nullable String after) {
        return ids(host(), StoreQuery.all(type).within(IdRange.after(after)).page(0, 4));
    }

    private List<String> previous(ResourceType type, @Nullable String before) {
        return ids(host(), StoreQuery.all(type).within(IdRange.before(before)).page(0, 4));
    }

    private static String last(List<String> page) {
        return page.get(page.size() - 1);
    }

    private static StoreQuery within(
            ResourceType type, @Nullable String after, @Nullable String before, boolean descending) {
        return StoreQuery.all(type).within(new IdRange(after, before, descending));
    }
}
