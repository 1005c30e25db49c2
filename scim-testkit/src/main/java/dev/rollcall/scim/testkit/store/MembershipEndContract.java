package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.resource.Resource;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A membership whose group or member is gone is gone. */
public interface MembershipEndContract extends MembershipFixture {
    @Test
    default void remove_all_says_which_groups_the_resource_was_in() {
        given();
        Set<String> left = write(unit -> memberships(unit).removeAll(host(), "u1"));

        assertThat(left).containsExactlyInAnyOrder("g1", "g2");
        assertThat(groupsOf(host(), "u1")).isEmpty();
        assertThat(members(host(), "g1")).containsExactly("u2");
        assertThat(members(host(), "g2")).containsExactly("g1");
        assertThat(memberCount(host(), "g1")).isEqualTo(1);
        assertThat(memberCount(host(), "g2")).isEqualTo(1);
    }

    @Test
    default void a_removed_group_must_have_no_members() {
        given();
        Set<String> left = write(unit -> memberships(unit).removeAll(host(), "g1"));

        assertThat(left).containsExactly("g2");
        assertThat(members(host(), "g1")).isEmpty();
        assertThat(memberCount(host(), "g1")).isZero();
        assertThat(members(host(), "g2")).containsExactly("u1");
        assertThat(groupsOf(host(), "u1")).containsExactly("g2");
        assertThat(groupsOf(host(), "u2")).isEmpty();
    }

    @Test
    default void a_removed_resource_must_be_in_no_group_those_of_other_owners_among_them() {
        insert(host(), group("g1", "One"));
        insertUsers(owner("okta"), "u1");
        insertUsers(owner("entra"), "u2");
        add(host(), "g1", "u1", "u2");
        Set<String> mine = write(unit -> memberships(unit).removeAll(owner("okta"), "u1"));
        Set<String> others = write(unit -> memberships(unit).removeAll(owner("okta"), "u2"));
        Set<String> nobodys = write(unit -> memberships(unit).removeAll(host(), "nobody"));

        assertThat(mine).containsExactly("g1");
        assertThat(others).isEmpty();
        assertThat(nobodys).isEmpty();
        assertThat(members(host(), "g1")).containsExactly("u2");
        assertThat(memberCount(host(), "g1")).isEqualTo(1);
    }

    @Test
    default void a_membership_whose_group_or_member_is_gone_must_be_gone() {
        given();
        delete(host(), user("u1", "u1"), 1);

        assertThat(members(host(), "g1")).containsExactly("u2");
        assertThat(members(host(), "g2")).containsExactly("g1");
        assertThat(memberCount(host(), "g1")).isEqualTo(1);
        assertThat(memberCount(host(), "g2")).isEqualTo(1);
        insertUsers(host(), "u1");
        assertThat(groupsOf(host(), "u1")).isEmpty();
        assertThat(members(host(), "g1")).containsExactly("u2");
        delete(host(), group("g1", "One"), 1);
        assertThat(groupsOf(host(), "u2")).isEmpty();
        assertThat(members(host(), "g2")).isEmpty();
        assertThat(memberCount(host(), "g2")).isZero();
    }

    @Test
    default void the_memberships_of_a_deleted_group_are_gone() {
        given();
        delete(host(), group("g1", "One"), 1);

        assertThat(groupsOf(host(), "u1")).containsExactly("g2");
        assertThat(groupsOf(host(), "u2")).isEmpty();
        assertThat(members(host(), "g2")).containsExactly("u1");
        assertThat(memberCount(host(), "g2")).isEqualTo(1);
        assertThat(memberCount(host(), "g1")).isZero();
        insert(host(), group("g1", "One again"));
        assertThat(members(host(), "g1")).isEmpty();
        assertThat(memberCount(host(), "g1")).isZero();
    }

    @Test
    default void a_delete_that_does_not_happen_leaves_memberships_alone() {
        given();
        delete(host(), user("u1", "u1"), 7);

        assertThat(groupsOf(host(), "u1")).containsExactlyInAnyOrder("g1", "g2");
    }

    @Test
    default void new_states_of_group_and_member_leave_memberships_alone() {
        given();
        replace(host(), changed(group("g1", "One"), "displayName", "Renamed"), 1);
        replace(host(), changed(user("u1", "u1"), "userName", "renamed"), 1);

        assertThat(members(host(), "g1")).containsExactlyInAnyOrder("u1", "u2");
        assertThat(groupsOf(host(), "u1")).containsExactlyInAnyOrder("g1", "g2");
    }

    @Test
    default void what_is_released_must_stay_as_it_is_version_and_memberships_included() {
        insert(host(), group("g1", "One"));
        insert(owner("okta"), group("g2", "Two"));
        insertUsers(owner("okta"), "u1", "u2");
        insertUsers(owner("entra"), "u3");
        add(host(), "g1", "u1", "u2", "u3", "g2");
        add(owner("okta"), "g2", "u1");
        change(store -> store.touch(host(), users(), Set.of("u1"), NOW.plusSeconds(3), keys()));
        Resource before = get(host(), users(), "u1");
        write(unit -> unit.resources().release(owner("okta"), users(), keys()));

        assertThat(get(host(), users(), "u1")).isEqualTo(before);
        assertThat(get(host(), users(), "u1").meta()).isEqualTo(before.meta());
        assertThat(members(host(), "g1")).containsExactlyInAnyOrder("u1", "u2", "u3", "g2");
        assertThat(memberCount(host(), "g1")).isEqualTo(4);
        assertThat(members(owner("okta"), "g2")).isEmpty();
        assertThat(memberCount(owner("okta"), "g2")).isZero();
        assertThat(memberCount(host(), "g2")).isEqualTo(1);
        assertThat(groupsOf(host(), "u1")).containsExactlyInAnyOrder("g1", "g2");
        remove(host(), "g1", "u1", "u2");
        assertThat(memberCount(host(), "g1")).isEqualTo(2);
        delete(host(), before, before.meta().version());
        assertThat(memberCount(host(), "g2")).isZero();
    }

    @Test
    default void those_of_whom_all_are_deleted_are_in_no_group() {
        given();
        insertUsers(owner("okta"), "u3", "u4");
        add(host(), "g1", "u3", "u4");
        insert(owner("okta"), group("g3", "Three"));
        add(host(), "g3", "u1", "u3");
        add(host(), "g2", "g3");
        write(unit -> unit.resources().deleteAll(owner("okta"), users()));

        assertThat(members(host(), "g1")).containsExactlyInAnyOrder("u1", "u2");
        assertThat(memberCount(host(), "g1")).isEqualTo(2);
        assertThat(members(host(), "g3")).containsExactly("u1");
        assertThat(memberCount(host(), "g3")).isEqualTo(1);
        write(unit -> unit.resources().deleteAll(owner("okta"), groups()));
        assertThat(members(host(), "g2")).containsExactlyInAnyOrder("u1", "g1");
        assertThat(memberCount(host(), "g2")).isEqualTo(2);
        assertThat(groupsOf(host(), "u1")).containsExactlyInAnyOrder("g1", "g2");
        write(unit -> unit.resources().deleteAll(host(), groups()));
        assertThat(groupsOf(host(), "u1")).isEmpty();
    }

    /** g1 has u1 and u2; g2 has u1 and g1. */
    private void given() {
        insert(host(), group("g1", "One"), group("g2", "Two"));
        insertUsers(host(), "u1", "u2");
        add(host(), "g1", "u1", "u2");
        add(host(), "g2", "u1", "g1");
    }
}
