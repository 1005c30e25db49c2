package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.StoreQuery;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Queries give what there is, in order, as it is asked for. */
public interface QueryContract extends StoreFixture {
    @Test
    default void a_query_gives_the_resources_of_its_type_by_id_ascending() {
        insert(host(), user("b", "1"), user("c2", "2"), user("a", "3"), user("C", "4"), user("c10", "5"));
        insert(host(), group("b1", "Not a user"));

        assertThat(ids(host(), StoreQuery.all(users()))).containsExactly("C", "a", "b", "c10", "c2");
        assertThat(ids(host(), StoreQuery.all(groups()))).containsExactly("b1");
    }

    @Test
    default void a_query_gives_resources_as_they_were_written() {
        Resource anna = user("u1", "anna");
        insert(host(), anna);
        List<Resource> found = read(
                unit -> unit.resources().query(host(), StoreQuery.all(users())).toList());

        assertThat(found).containsExactly(anna);
        assertThat(found.get(0).meta()).isEqualTo(anna.meta());
    }

    @Test
    default void a_page_is_what_offset_and_limit_say() {
        List<String> all = insertUsers(7);

        assertThat(ids(host(), page(0, 3))).isEqualTo(all.subList(0, 3));
        assertThat(ids(host(), page(3, 3))).isEqualTo(all.subList(3, 6));
        assertThat(ids(host(), page(6, 3))).isEqualTo(all.subList(6, 7));
        assertThat(ids(host(), page(2, Long.MAX_VALUE))).isEqualTo(all.subList(2, 7));
        assertThat(ids(host(), page(0, 0))).isEmpty();
        assertThat(ids(host(), page(7, 3))).isEmpty();
        assertThat(ids(host(), page(100, 3))).isEmpty();
    }

    @Test
    default void a_large_result_comes_whole_and_once() {
        List<String> all = insertUsers(1001);

        assertThat(ids(host(), StoreQuery.all(users()))).isEqualTo(all);
        assertThat(ids(host(), page(399, 401))).isEqualTo(all.subList(399, 800));
        assertThat(ids(host(), page(600, 400))).isEqualTo(all.subList(600, 1000));
    }

    @Test
    default void count_leaves_offset_and_limit_aside() {
        insertUsers(7);
        long counted = read(unit -> unit.resources().count(host(), page(3, 2)));

        assertThat(counted).isEqualTo(7);
        assertThat(count(host(), users())).isEqualTo(7);
        assertThat(count(host(), groups())).isZero();
    }

    @Test
    default void equalities_may_narrow_a_query_but_never_lose_a_match() {
        Resource anna = user("u1", "Anna").toBuilder().set("externalId", "X1").build();
        Resource ben = user("u2", "Ben").toBuilder()
                .set("externalId", "X1")
                .set("displayName", "Ben")
                .build();
        insert(owner("okta"), anna);
        insert(owner("entra"), ben);
        Key userName = key(ben, "userName");
        Key externalId = key(ben, "externalId");
        Key displayName = key(ben, "displayName");

        assertThat(ids(host(), having(userName))).contains("u2");
        assertThat(ids(host(), having(externalId))).contains("u1", "u2").isSorted();
        assertThat(ids(host(), having(externalId, displayName))).contains("u2");
        assertThat(ids(owner("okta"), having(externalId))).containsExactly("u1");
        assertThat(ids(owner("okta"), having(userName))).doesNotContain("u2");
    }

    @Test
    default void a_stream_may_be_closed_before_its_end_again_and_again() {
        List<String> all = insertUsers(250);
        for (int i = 0; i < 50; i++) {
            String first = read(unit -> {
                try (Stream<Resource> found = unit.resources().query(host(), StoreQuery.all(users()))) {
                    return found.iterator().next().id();
                }
            });
            assertThat(first).isEqualTo(all.get(0));
        }
        insert(host(), user("v", "last"));

        assertThat(count(host(), users())).isEqualTo(251);
    }

    @Test
    default void other_calls_may_be_made_while_a_stream_is_read() {
        List<String> all = insertUsers(250);
        List<String> seen = new ArrayList<>();
        read(unit -> {
            try (Stream<Resource> found = unit.resources().query(host(), StoreQuery.all(users()))) {
                for (Iterator<Resource> i = found.iterator(); i.hasNext(); ) {
                    String id = i.next().id();
                    unit.resources().find(host(), users(), id).ifPresent(user -> seen.add(user.id()));
                }
            }
            return seen;
        });

        assertThat(seen).isEqualTo(all);
    }

    private List<String> insertUsers(int number) {
        List<String> ids =
                IntStream.range(0, number).mapToObj("u%05d"::formatted).toList();
        change(store -> ids.forEach(id -> store.insert(host(), keys().stored(user(id, "name-" + id)))));
        return ids;
    }

    private Key key(Resource resource, String path) {
        return keys().stored(resource).keys().stream()
                .filter(key -> key.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private StoreQuery having(Key... keys) {
        return StoreQuery.all(users()).narrowedBy(List.of(keys));
    }

    private StoreQuery page(long offset, long limit) {
        return StoreQuery.all(users()).page(offset, limit);
    }
}
