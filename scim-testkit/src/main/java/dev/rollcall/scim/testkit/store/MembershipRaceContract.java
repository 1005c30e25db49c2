package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.patch.RelationDelta;
import dev.rollcall.scim.store.MembershipChange;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Writers who change memberships at the same time lose nothing, and leave nothing behind. */
public interface MembershipRaceContract extends MembershipFixture {
    @Test
    default void members_that_join_at_the_same_time_must_all_be_there() {
        int runners = 8;
        int each = 20;
        insert(host(), group("g1", "One"));
        insertUsers(host(), ids(0, runners * each));
        Race.among(runners, runner -> {
            for (String id : ids(runner * each, (runner + 1) * each)) {
                assertThat(add(host(), "g1", id).added()).containsExactly(id);
            }
            return runner;
        });

        assertThat(members(host(), "g1")).containsExactlyInAnyOrder(ids(0, runners * each));
        assertThat(memberCount(host(), "g1")).isEqualTo((long) runners * each);
    }

    @Test
    default void the_same_member_added_at_the_same_time_joins_once() {
        insert(host(), group("g1", "One"));
        insertUsers(host(), ids(0, Race.ROUNDS));
        AtomicInteger joined = new AtomicInteger();
        Race.among(4, runner -> {
            for (String id : ids(0, Race.ROUNDS)) {
                joined.addAndGet(add(host(), "g1", id).added().size());
            }
            return runner;
        });

        assertThat(joined).hasValue(Race.ROUNDS);
        assertThat(memberCount(host(), "g1")).isEqualTo(Race.ROUNDS);
    }

    @Test
    default void two_groups_that_gain_one_user_at_the_same_time_must_both_have_it() {
        insert(host(), group("g0", "Zero"), group("g1", "One"));
        insertUsers(host(), ids(0, Race.ROUNDS));
        for (String id : ids(0, Race.ROUNDS)) {
            List<MembershipChange> changes = Race.among(2, runner -> add(host(), "g" + runner, id));

            assertThat(changes).extracting(MembershipChange::added).containsOnly(List.of(id));
            assertThat(groupsOf(host(), id)).containsExactlyInAnyOrder("g0", "g1");
        }
        assertThat(memberCount(host(), "g0")).isEqualTo(Race.ROUNDS);
        assertThat(memberCount(host(), "g1")).isEqualTo(Race.ROUNDS);
    }

    @Test
    default void groups_that_gain_the_same_users_in_other_orders_all_have_them() {
        insert(host(), group("g0", "0"), group("g1", "1"), group("g2", "2"), group("g3", "3"));
        insertUsers(host(), ids(0, 50));
        Race.among(4, runner -> {
            List<String> turned = new ArrayList<>(List.of(ids(0, 50)));
            Collections.rotate(turned, 13 * runner);
            return add(host(), "g" + runner, turned.toArray(String[]::new));
        });

        for (int i = 0; i < 4; i++) {
            assertThat(members(host(), "g" + i)).containsExactlyInAnyOrder(ids(0, 50));
        }
    }

    @Test
    default void a_user_deleted_while_it_joins_must_not_be_a_member() {
        insert(host(), group("g1", "One"));
        insertUsers(host(), "stays");
        add(host(), "g1", "stays");
        for (String id : ids(0, Race.ROUNDS)) {
            insertUsers(host(), id);
            Race.between(() -> delete(host(), user(id, id), 1), () -> {
                MembershipChange change = add(host(), "g1", id);
                assertThat(change.added().size() + change.unknown().size()).isEqualTo(1);
            });

            assertNobodyButWhoStays();
        }
    }

    @Test
    default void a_user_deleted_while_it_leaves_is_counted_out_once() {
        insert(host(), group("g1", "One"));
        insertUsers(host(), "stays");
        add(host(), "g1", "stays");
        for (String id : ids(0, Race.ROUNDS)) {
            insertUsers(host(), id);
            add(host(), "g1", id);
            Race.between(() -> delete(host(), user(id, id), 1), () -> remove(host(), "g1", id));

            assertNobodyButWhoStays();
        }
    }

    @Test
    default void a_user_deleted_while_all_leave_is_counted_out_once() {
        insert(host(), group("g1", "One"));
        insertUsers(host(), "stays");
        for (int round = 0; round < Race.ROUNDS; round++) {
            String[] three = ids(3 * round, 3 * round + 3);
            insertUsers(host(), three);
            add(host(), "g1", three);
            add(host(), "g1", "stays");
            Race.between(() -> delete(host(), user(three[1], three[1]), 1), () -> replaceAll(host(), "g1", "stays"));

            assertNobodyButWhoStays();
        }
    }

    @Test
    default void a_group_deleted_while_users_join_must_leave_no_membership() {
        insertUsers(host(), "u1");
        for (int round = 0; round < Race.ROUNDS; round++) {
            String id = "g" + round;
            insert(host(), group(id, "One"));
            Race.between(() -> delete(host(), group(id, "One"), 1), () -> write(unit -> joinIfThere(unit, id, "u1")));

            assertThat(find(host(), groups(), id)).isEmpty();
            assertThat(groupsOf(host(), "u1")).isEmpty();
            assertThat(memberCount(host(), id)).isZero();
        }
    }

    @Test
    default void users_deleted_at_the_same_time_leave_their_groups_in_good_order() {
        insert(host(), group("g1", "One"), group("g2", "Two"));
        insertUsers(host(), ids(0, 40));
        add(host(), "g1", ids(0, 40));
        add(host(), "g2", ids(0, 40));
        Race.among(4, runner -> {
            for (String id : ids(runner * 10, runner * 10 + 9)) {
                write(unit -> {
                    Set<String> left = memberships(unit).removeAll(host(), id);
                    unit.resources().touch(host(), groups(), left, NOW, keys());
                    return unit.resources().delete(host(), users(), id, 1);
                });
            }
            return runner;
        });

        assertThat(members(host(), "g1")).containsExactlyInAnyOrder("u009", "u019", "u029", "u039");
        assertThat(memberCount(host(), "g1")).isEqualTo(4);
        assertThat(memberCount(host(), "g2")).isEqualTo(4);
        assertThat(get(host(), groups(), "g1").meta().version()).isEqualTo(37);
        assertThat(get(host(), groups(), "g2").meta().version()).isEqualTo(37);
    }

    private boolean joinIfThere(UnitOfWork unit, String groupId, String userId) {
        // As core does it: a group that is not there under the lock has been deleted.
        return unit.resources().lock(host(), groups(), groupId).isPresent()
                && !memberships(unit)
                        .apply(host(), groupId, new RelationDelta(false, Set.of(), Set.of(userId)))
                        .isEmpty();
    }

    private void assertNobodyButWhoStays() {
        assertThat(members(host(), "g1")).containsExactly("stays");
        assertThat(memberCount(host(), "g1")).isEqualTo(1);
    }

    private static String[] ids(int from, int to) {
        return IntStream.range(from, to).mapToObj("u%03d"::formatted).toArray(String[]::new);
    }

    @Test
    default void a_change_of_members_must_happen_as_a_whole_or_not_at_all() {
        insert(host(), group("g1", "One"));
        insertUsers(host(), "a", "b", "c", "d");
        for (int round = 0; round < Race.ROUNDS; round++) {
            replaceAll(host(), "g1");
            Race.between(() -> replaceAll(host(), "g1", "a", "b"), () -> replaceAll(host(), "g1", "c", "d"));

            assertThat(members(host(), "g1")).isIn(List.of("a", "b"), List.of("c", "d"));
            assertThat(memberCount(host(), "g1")).isEqualTo(2);
        }
    }
}
