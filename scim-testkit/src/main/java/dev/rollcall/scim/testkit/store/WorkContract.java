package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.StoreQuery;
import java.util.Iterator;
import java.util.stream.Stream;

/** What is not asked for is not done. */
public interface WorkContract extends StoreFixture {
    /** How many resources make a large result. */
    int MANY = 4_000;

    @EachType
    default void a_large_result_must_not_be_read_before_it_is_asked_for(ResourceType type) {
        insertMany(type, MANY);
        long[] first = {Long.MAX_VALUE};
        long all = Work.of(() -> first[0] = Math.min(first[0], readAll(type)));

        assertThat(first[0])
                .as("work until the first of %d, of %d for all", MANY, all)
                .isLessThan(all / 4 + Work.SLACK);
    }

    @EachType
    default void a_stream_that_is_closed_early_must_not_have_cost_much_more_than_what_was_taken_from_it(
            ResourceType type) {
        insertMany(type, MANY);
        long all = Work.of(() -> readAll(type));
        long ten = Work.of(() -> take(type, 10));

        assertThat(ten).as("work for 10 of %d, of %d for all", MANY, all).isLessThan(all / 4 + Work.SLACK);
    }

    @EachType
    default void a_check_must_be_cheap_whatever_the_store_holds(ResourceType type) {
        long before = Work.of(() -> store().check());
        insertMany(type, MANY);
        long after = Work.of(() -> store().check());

        assertThat(after).isLessThan(2 * before + Work.SLACK);
    }

    @EachType
    default void a_check_must_not_change_anything(ResourceType type) {
        insert(host(), resource(type, "u1", "anna"));
        store().check();
        store().check();

        assertThat(ids(host(), StoreQuery.all(type))).containsExactly("u1");
        assertThat(get(host(), type, "u1").meta().version()).isEqualTo(1);
    }

    /** Reads all resources and gives what the first of them took. */
    private long readAll(ResourceType type) {
        return read(unit -> {
            long begun = Work.soFar();
            try (Stream<Resource> found = unit.resources().query(host(), StoreQuery.all(type))) {
                Iterator<Resource> each = found.iterator();
                each.next();
                long first = Work.soFar() - begun;
                int number = 1;
                for (; each.hasNext(); each.next()) {
                    number++;
                }
                assertThat(number).isEqualTo(MANY);
                return first;
            }
        });
    }

    private void take(ResourceType type, int number) {
        read(unit -> {
            try (Stream<Resource> found = unit.resources().query(host(), StoreQuery.all(type))) {
                return found.limit(number).toList();
            }
        });
    }
}
