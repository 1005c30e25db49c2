package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.IdRange;
import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.StoreQuery;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Queries give what there is, in order, as it is asked for. */
public interface QueryContract extends StoreFixture {
    @EachType
    default void a_query_must_give_resources_in_the_order_of_their_ids_by_code_points_unless_it_has_another_order(
            ResourceType type) {
        List<String> inOrder = List.of("-", "C", "Z", "_", "a", "b", "c10", "c2", "ä", "日");
        for (int i : new int[] {5, 0, 7, 3, 9, 1, 8, 6, 4, 2}) {
            insert(host(), resource(type, inOrder.get(i), "name-" + i));
        }
        registry().resourceTypes().stream()
                .filter(other -> other != type)
                .forEach(other -> insert(host(), resource(other, "b1" + other, "Of another type")));

        assertThat(ids(host(), StoreQuery.all(type))).containsExactlyElementsOf(inOrder);
    }

    @EachType
    default void a_query_gives_resources_as_they_were_written(ResourceType type) {
        Resource anna = resource(type, "u1", "anna");
        insert(host(), anna);
        List<Resource> found = read(
                unit -> unit.resources().query(host(), StoreQuery.all(type)).toList());

        assertThat(found).containsExactly(anna);
        assertThat(found.get(0).meta()).isEqualTo(anna.meta());
    }

    @EachType
    default void a_query_must_pass_over_as_many_as_its_offset_says_and_give_at_most_as_many_as_its_limit(
            ResourceType type) {
        List<String> all = insertMany(type, 7);

        assertThat(ids(host(), page(type, 0, 3))).isEqualTo(all.subList(0, 3));
        assertThat(ids(host(), page(type, 3, 3))).isEqualTo(all.subList(3, 6));
        assertThat(ids(host(), page(type, 6, 3))).isEqualTo(all.subList(6, 7));
        assertThat(ids(host(), page(type, 2, Long.MAX_VALUE))).isEqualTo(all.subList(2, 7));
        assertThat(ids(host(), page(type, 0, 0))).isEmpty();
        assertThat(ids(host(), page(type, 7, 3))).isEmpty();
        assertThat(ids(host(), page(type, 100, 3))).isEmpty();
    }

    @EachType
    default void a_large_result_comes_whole_and_once(ResourceType type) {
        List<String> all = insertMany(type, 1001);

        assertThat(ids(host(), StoreQuery.all(type))).isEqualTo(all);
        assertThat(ids(host(), page(type, 399, 401))).isEqualTo(all.subList(399, 800));
        assertThat(ids(host(), page(type, 600, 400))).isEqualTo(all.subList(600, 1000));
    }

    @EachType
    default void count_must_leave_range_offset_and_limit_aside(ResourceType type) {
        List<String> all = insertMany(type, 7);
        StoreQuery part = page(type, 3, 2).within(new IdRange(all.get(3), null, true));
        long counted = read(unit -> unit.resources().count(host(), part));

        assertThat(counted).isEqualTo(7);
        assertThat(count(host(), type)).isEqualTo(7);
    }

    @EachType
    default void equalities_must_not_lose_a_resource_that_has_them_all(ResourceType type) {
        insert(owner("okta"), changed(resource(type, "u1", "Anna"), "externalId", "X1"));
        Resource ben = changed(resource(type, "u2", "Ben"), "externalId", "X1");
        insert(owner("entra"), ben);
        List<Key> keys = keys().stored(ben).keys();

        assertThat(ids(host(), having(type, keys))).contains("u2").isSorted();
        for (Key key : keys) {
            assertThat(ids(host(), having(type, List.of(key))))
                    .as(key.path())
                    .contains("u2")
                    .isSorted();
            assertThat(ids(owner("okta"), having(type, List.of(key)))).doesNotContain("u2");
        }
        List<Key> externalId =
                keys.stream().filter(key -> key.path().equals("externalId")).toList();
        assertThat(ids(host(), having(type, externalId))).contains("u1", "u2");
        assertThat(ids(owner("okta"), having(type, externalId))).containsExactly("u1");
    }

    @EachType
    default void a_stream_may_be_closed_before_its_end_again_and_again(ResourceType type) {
        List<String> all = insertMany(type, 250);
        for (int i = 0; i < 50; i++) {
            String first = read(unit -> {
                try (Stream<Resource> found = unit.resources().query(host(), StoreQuery.all(type))) {
                    return found.iterator().next().id();
                }
            });
            assertThat(first).isEqualTo(all.get(0));
        }
        insert(host(), resource(type, "v", "last"));

        assertThat(count(host(), type)).isEqualTo(251);
    }

    @EachType
    default void other_calls_may_be_made_while_a_stream_is_read(ResourceType type) {
        List<String> all = insertMany(type, 250);
        List<String> seen = new ArrayList<>();
        read(unit -> {
            try (Stream<Resource> found = unit.resources().query(host(), StoreQuery.all(type))) {
                for (Iterator<Resource> i = found.iterator(); i.hasNext(); ) {
                    String id = i.next().id();
                    unit.resources().find(host(), type, id).ifPresent(one -> seen.add(one.id()));
                }
            }
            return seen;
        });

        assertThat(seen).isEqualTo(all);
    }

    private static StoreQuery having(ResourceType type, List<Key> keys) {
        return StoreQuery.all(type).narrowedBy(keys);
    }

    private static StoreQuery page(ResourceType type, long offset, long limit) {
        return StoreQuery.all(type).page(offset, limit);
    }
}
