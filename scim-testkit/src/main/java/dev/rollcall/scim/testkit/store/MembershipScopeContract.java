package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.patch.RelationDelta;
import dev.rollcall.scim.store.ConflictException;
import dev.rollcall.scim.store.Scope;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Groups and members that the scope does not see are as if they were not there. */
public interface MembershipScopeContract extends MembershipFixture {
    @Test
    default void members_that_the_scope_does_not_see_are_as_if_they_were_not_there() {
        givenMixedGroup();

        assertThat(members(owner("okta"), "g1")).containsExactly("okta-1");
        assertThat(memberCount(owner("okta"), "g1")).isEqualTo(1);
        assertThat(memberCount(host(), "g1")).isEqualTo(3);
        Set<String> among = read(
                unit -> memberships(unit).membersAmong(owner("okta"), "g1", List.of("okta-1", "entra-1", "local-1")));
        assertThat(among).containsExactly("okta-1");
        assertThat(add(owner("okta"), "g1", "entra-1").unknown()).containsExactly("entra-1");
        assertThat(remove(owner("okta"), "g1", "local-1").unknown()).containsExactly("local-1");
        assertThat(members(host(), "g1")).containsExactlyInAnyOrder("okta-1", "entra-1", "local-1");
    }

    @Test
    default void replacing_all_leaves_members_that_the_scope_does_not_see() {
        givenMixedGroup();

        assertThat(replaceAll(owner("okta"), "g1").removed()).containsExactly("okta-1");
        assertThat(members(host(), "g1")).containsExactlyInAnyOrder("entra-1", "local-1");
        assertThat(memberCount(host(), "g1")).isEqualTo(2);
        assertThat(memberCount(owner("okta"), "g1")).isZero();
    }

    @Test
    default void groups_and_members_that_the_scope_does_not_see_must_be_as_if_they_were_not_there() {
        givenMixedGroup();

        assertThat(members(owner("entra"), "g1")).isEmpty();
        assertThat(memberCount(owner("entra"), "g1")).isZero();
        assertThat(groupsOf(owner("entra"), "entra-1")).isEmpty();
        assertThat(groupsOf(owner("okta"), "entra-1")).isEmpty();
        assertThat(groupsOf(owner("okta"), "okta-1")).containsExactly("g1");
        assertThat(groupsOf(host(), "entra-1")).containsExactly("g1");
        assertThatThrownBy(() -> store().write(unit ->
                        memberships(unit).apply(owner("entra"), "g1", RelationDelta.replaceAll(Set.of("entra-1")))))
                .isInstanceOf(ConflictException.class);
        assertThat(memberCount(host(), "g1")).isEqualTo(3);
    }

    @Test
    default void another_tenants_memberships_are_as_if_they_were_not_there() {
        givenMixedGroup();
        Scope other = Scope.ofTenant(tenant() + "-other");
        insert(other, group("g1", "Of the other"));
        insertUsers(other, "okta-1", "theirs");
        add(other, "g1", "okta-1", "theirs");

        assertThat(members(other, "g1")).containsExactlyInAnyOrder("okta-1", "theirs");
        assertThat(memberCount(other, "g1")).isEqualTo(2);
        assertThat(members(host(), "g1")).containsExactlyInAnyOrder("okta-1", "entra-1", "local-1");
        assertThat(add(other, "g1", "local-1").unknown()).containsExactly("local-1");
        Set<String> left = write(unit -> memberships(unit).removeAll(other, "okta-1"));
        assertThat(left).containsExactly("g1");
        assertThat(memberCount(host(), "g1")).isEqualTo(3);
    }

    /** A provider's group, to which the host has added a user of each kind. */
    private void givenMixedGroup() {
        insert(owner("okta"), group("g1", "One"));
        insertUsers(owner("okta"), "okta-1");
        insertUsers(owner("entra"), "entra-1");
        insertUsers(host(), "local-1");
        add(host(), "g1", "okta-1", "entra-1", "local-1");
    }
}
