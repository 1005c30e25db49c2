package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.patch.RelationDelta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.ConflictException;
import dev.rollcall.scim.store.Member;
import dev.rollcall.scim.store.MemberPage;
import dev.rollcall.scim.store.MembershipChange;
import dev.rollcall.scim.store.MembershipStore;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The capability {@link dev.rollcall.scim.store.Capabilities#memberships}: changing and reading. */
public interface MembershipContract extends MembershipFixture {
    @Test
    default void a_change_must_report_those_who_were_not_there_before_as_added_and_those_who_were_as_removed() {
        given("u1", "u2", "u3", "u4");
        assertThat(add(host(), "g1", "u2", "u1")).isEqualTo(change(List.of("u2", "u1"), List.of()));

        assertThat(add(host(), "g1", "u1", "u3")).isEqualTo(change(List.of("u3"), List.of()));
        assertThat(remove(host(), "g1", "u2", "u4")).isEqualTo(change(List.of(), List.of("u2")));
        assertThat(apply(host(), "g1", new RelationDelta(false, Set.of("u1"), Set.of("u4"))))
                .isEqualTo(change(List.of("u4"), List.of("u1")));
        assertThat(members(host(), "g1")).containsExactlyInAnyOrder("u3", "u4");
        assertThat(memberCount(host(), "g1")).isEqualTo(2);
    }

    @Test
    default void a_resource_must_be_a_member_of_a_group_at_most_once() {
        given("u1");
        add(host(), "g1", "u1");

        assertThat(add(host(), "g1", "u1").isEmpty()).isTrue();
        assertThat(members(host(), "g1")).containsExactly("u1");
        assertThat(memberCount(host(), "g1")).isEqualTo(1);
        assertThat(groupsOf(host(), "u1")).containsExactly("g1");
    }

    @Test
    default void replacing_all_keeps_those_who_stay() {
        given("u1", "u2", "u3");
        add(host(), "g1", "u1", "u2");
        MembershipChange change = replaceAll(host(), "g1", "u3", "u2");

        assertThat(change).isEqualTo(change(List.of("u3"), List.of("u1")));
        assertThat(members(host(), "g1")).containsExactlyInAnyOrder("u2", "u3");
        assertThat(memberCount(host(), "g1")).isEqualTo(2);
    }

    @Test
    default void clearing_leaves_nobody() {
        given("u1", "u2");
        add(host(), "g1", "u1", "u2");

        assertThat(replaceAll(host(), "g1").removed()).containsExactlyInAnyOrder("u1", "u2");
        assertThat(members(host(), "g1")).isEmpty();
        assertThat(memberCount(host(), "g1")).isZero();
        assertThat(groupsOf(host(), "u1")).isEmpty();
        assertThat(replaceAll(host(), "g1")).isEqualTo(MembershipChange.NONE);
    }

    @Test
    default void a_delta_that_asks_for_nothing_changes_nothing() {
        given("u1");
        add(host(), "g1", "u1");

        assertThat(apply(host(), "g1", RelationDelta.NONE)).isEqualTo(MembershipChange.NONE);
        assertThat(members(host(), "g1")).containsExactly("u1");
    }

    @Test
    default void ids_that_name_no_resource_of_the_scope_must_be_passed_over_and_reported() {
        given("u1");

        assertThat(add(host(), "g1", "nobody", "u1"))
                .isEqualTo(new MembershipChange(List.of("u1"), List.of(), List.of("nobody")));
        assertThat(remove(host(), "g1", "nobody"))
                .isEqualTo(new MembershipChange(List.of(), List.of(), List.of("nobody")));
        assertThat(replaceAll(host(), "g1", "u1", "U1").unknown()).containsExactly("U1");
        assertThat(members(host(), "g1")).containsExactly("u1");
        assertThat(memberCount(host(), "g1")).isEqualTo(1);
    }

    @Test
    default void a_change_of_a_group_that_is_not_there_must_throw_a_conflict_exception() {
        given("u1");

        assertThatThrownBy(() -> store().write(unit ->
                        memberships(unit).apply(host(), "no such group", RelationDelta.replaceAll(Set.of("u1")))))
                .isInstanceOf(ConflictException.class);
        assertThat(members(host(), "no such group")).isEmpty();
        assertThat(memberCount(host(), "no such group")).isZero();
    }

    @Test
    default void members_must_come_in_a_stable_order_each_once() {
        String[] ids = IntStream.range(0, 11).mapToObj("u%02d"::formatted).toArray(String[]::new);
        given(ids);
        add(host(), "g1", ids);
        List<String> all = members(host(), "g1");
        MemberPage first = page(null, 4);
        remove(host(), "g1", first.members().get(1).id(), first.members().get(3).id());
        MemberPage second = page(first.next(), 4);
        MemberPage third = page(second.next(), 4);

        assertThat(all).containsExactlyInAnyOrder(ids);
        assertThat(first.members()).extracting(Member::id).isEqualTo(all.subList(0, 4));
        assertThat(second.members()).extracting(Member::id).isEqualTo(all.subList(4, 8));
        assertThat(third.members()).extracting(Member::id).isEqualTo(all.subList(8, 11));
        assertThat(third.next()).isNull();
        assertThat(page(second.next(), 3).next()).isNull();
    }

    @Test
    default void a_page_of_members_must_not_hold_more_than_its_limit() {
        given("u1", "u2", "u3");
        add(host(), "g1", "u1", "u2", "u3");

        assertThat(page(null, 1).members()).hasSize(1);
        assertThat(page(null, 2).members()).hasSize(2);
        assertThat(page(null, 3).members()).hasSize(3);
        assertThat(page(null, Integer.MAX_VALUE).members()).hasSize(3);
        assertThatThrownBy(() -> page(null, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void a_member_comes_with_its_type_and_its_display_name() {
        given("u1");
        insert(
                host(),
                user("u2", "ben").toBuilder().set("displayName", "Ben B.").build(),
                group("g2", "Inner"));
        add(host(), "g1", "u1", "u2", "g2");

        assertThat(page(null, 9).members())
                .containsExactlyInAnyOrder(
                        new Member("u1", "User", null),
                        new Member("u2", "User", "Ben B."),
                        new Member("g2", "Group", "Inner"));
        Resource inner = get(host(), groups(), "g2");
        replace(host(), changed(inner, "displayName", "Renamed"), 1);
        assertThat(page(null, 9).members()).contains(new Member("g2", "Group", "Renamed"));
    }

    @Test
    default void members_among_ids_must_be_those_of_the_ids_that_are_direct_members() {
        given("u1", "u2", "u3");
        insert(host(), group("g2", "Inner"));
        add(host(), "g1", "u1", "g2");
        add(host(), "g2", "u2");

        assertThat(among("g1", "u1", "u2", "u3", "g2", "nobody")).containsExactlyInAnyOrder("u1", "g2");
        assertThat(among("g1")).isEmpty();
        assertThat(among("no such group", "u1")).isEmpty();
    }

    @Test
    default void each_resource_must_come_with_all_groups_that_it_is_a_direct_member_of() {
        given("u1", "u2", "u3");
        insert(host(), group("g2", "Two"));
        add(host(), "g1", "u1");
        add(host(), "g2", "u1", "u2", "g1");
        Map<String, List<Member>> groups =
                read(unit -> memberships(unit).groupsOf(host(), List.of("u1", "u2", "u3", "g1", "u1", "nobody")));

        assertThat(groups.get("u1"))
                .containsExactlyInAnyOrder(new Member("g1", "Group", "One"), new Member("g2", "Group", "Two"));
        assertThat(groups.get("u2")).containsExactly(new Member("g2", "Group", "Two"));
        assertThat(groups.get("g1")).containsExactly(new Member("g2", "Group", "Two"));
        assertThat(groups.getOrDefault("u3", List.of())).isEmpty();
        assertThat(groups).doesNotContainKey("nobody");
    }

    @Test
    default void if_one_of_those_groups_comes_along_each_of_them_must() {
        given("u1");
        insert(host(), group("g2", "Two"), group("g3", "Three"));
        add(host(), "g1", "u1");
        add(host(), "g2", "g1");
        add(host(), "g3", "u1");
        Map<String, List<Member>> groups = read(unit -> memberships(unit).groupsOf(host(), List.of("u1")));

        assertThat(groups.get("u1")).extracting(Member::id).containsExactlyInAnyOrder("g1", "g3");
        if (groups.size() > 1) {
            assertThat(groups.get("g1")).extracting(Member::id).containsExactly("g2");
            assertThat(groups.get("g2")).isEmpty();
            assertThat(groups.get("g3")).isEmpty();
        }
    }

    @Test
    default void a_large_change_is_like_a_small_one() {
        String[] ids = IntStream.range(0, 3000).mapToObj("u%04d"::formatted).toArray(String[]::new);
        given(ids);
        assertThat(add(host(), "g1", ids).added()).hasSize(3000);
        String[] half = IntStream.range(0, 1500).mapToObj(i -> ids[2 * i]).toArray(String[]::new);

        assertThat(replaceAll(host(), "g1", half).removed()).hasSize(1500);
        assertThat(memberCount(host(), "g1")).isEqualTo(1500);
        assertThat(among("g1", ids)).isEqualTo(new HashSet<>(List.of(half)));
        assertThat(remove(host(), "g1", half).removed()).hasSize(1500);
        assertThat(memberCount(host(), "g1")).isZero();
    }

    @Test
    default void work_that_only_reads_cannot_change_members() {
        given("u1");
        RelationDelta delta = RelationDelta.replaceAll(Set.of("u1"));

        assertThatThrownBy(() -> read(unit -> memberships(unit).apply(host(), "g1", delta)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> read(unit -> memberships(unit).removeAll(host(), "g1")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void memberships_are_of_no_use_after_their_work_has_returned() {
        given("u1");
        MembershipStore ended = read(this::memberships);

        assertThatThrownBy(() -> ended.count(host(), "g1")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ended.groupsOf(host(), List.of("u1"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void a_change_of_members_rolls_back_with_its_unit_of_work() {
        given("u1", "u2");
        add(host(), "g1", "u1");

        assertThatThrownBy(() -> write(this::failAfterChanges)).isInstanceOf(TransactionContract.Failure.class);
        assertThat(members(host(), "g1")).containsExactly("u1");
        assertThat(memberCount(host(), "g1")).isEqualTo(1);
        assertThat(groupsOf(host(), "u1")).containsExactly("g1");
        assertThat(groupsOf(host(), "u2")).isEmpty();
    }

    private boolean failAfterChanges(UnitOfWork unit) {
        memberships(unit).apply(host(), "g1", RelationDelta.replaceAll(Set.of("u2")));
        memberships(unit).removeAll(host(), "u2");
        unit.resources().delete(host(), users(), "u1", 1);
        throw new TransactionContract.Failure();
    }

    private void given(String... users) {
        insert(host(), group("g1", "One"));
        insertUsers(host(), users);
    }

    private MemberPage page(@Nullable String after, int limit) {
        return read(unit -> memberships(unit).members(host(), "g1", after, limit));
    }

    private Set<String> among(String group, String... ids) {
        return read(unit -> memberships(unit).membersAmong(host(), group, List.of(ids)));
    }

    private static MembershipChange change(List<String> added, List<String> removed) {
        return new MembershipChange(added, removed, List.of());
    }
}
