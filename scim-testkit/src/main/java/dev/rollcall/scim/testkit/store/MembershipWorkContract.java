package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is done to a few members costs as much as they are, not as the group is. */
public interface MembershipWorkContract extends MembershipFixture {
    /** How many members make a large group. */
    int MANY = 10_000;

    @Test
    default void adding_or_removing_members_must_cost_the_same_whatever_the_size_of_the_group() {
        given();
        long small = Work.of(() -> inAndOut("small", "newcomer"));
        long large = Work.of(() -> inAndOut("large", "newcomer"));

        assertThat(large)
                .as("work in a group of %d, of %d in one of 10", MANY, small)
                .isLessThan(2 * small + Work.SLACK);
    }

    @Test
    default void counting_members_must_cost_the_same_however_many_there_are() {
        given();
        long small = Work.of(() -> memberCount(host(), "small"));
        long large = Work.of(() -> memberCount(host(), "large"));

        assertThat(memberCount(host(), "large")).isEqualTo(MANY);
        assertThat(large).as("work for %d, of %d for 10", MANY, small).isLessThan(2 * small + Work.SLACK);
    }

    /** A database that has not looked at its statistics yet must not choose a plan that takes seconds. */
    @Test
    default void a_large_group_is_quick_as_soon_as_it_is_there() {
        List<String> ids = given();
        assertTimeout(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 40; i++) {
                String id = ids.get(37 * i % MANY);
                assertThat(remove(host(), "large", id).removed()).containsExactly(id);
                assertThat(add(host(), "large", id, "newcomer").added()).contains(id);
                assertThat(groupsOf(host(), id)).contains("large");
                int limit = 10;
                List<?> page = read(unit ->
                        memberships(unit).members(host(), "large", null, limit).members());
                assertThat(page).hasSize(limit);
                Set<String> among =
                        read(unit -> memberships(unit).membersAmong(host(), "large", List.of(id, "newcomer")));
                assertThat(among).containsExactlyInAnyOrder(id, "newcomer");
            }
        });
    }

    private void inAndOut(String group, String id) {
        assertThat(add(host(), group, id).added()).containsExactly(id);
        assertThat(remove(host(), group, id).removed()).containsExactly(id);
    }

    /** A large and a small group, just made, and somebody in neither. */
    private List<String> given() {
        List<String> ids = IntStream.range(0, MANY).mapToObj("u%05d"::formatted).toList();
        insert(host(), group("large", "Large"), group("small", "Small"));
        insertUsers(host(), "newcomer");
        insertUsers(host(), ids.toArray(String[]::new));
        add(host(), "large", ids.toArray(String[]::new));
        add(host(), "small", ids.subList(0, 10).toArray(String[]::new));
        return ids;
    }
}
