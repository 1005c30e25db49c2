package dev.rollcall.scim.testkit.store;

import dev.rollcall.scim.patch.RelationDelta;
import dev.rollcall.scim.store.Member;
import dev.rollcall.scim.store.MemberPage;
import dev.rollcall.scim.store.MembershipChange;
import dev.rollcall.scim.store.MembershipStore;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the tests of memberships say again and again. */
public interface MembershipFixture extends StoreFixture {
    /** The memberships of a unit of work. */
    default MembershipStore memberships(UnitOfWork unit) {
        return unit.memberships().orElseThrow();
    }

    /** Adds users whose userName is their id. */
    default void insertUsers(Scope scope, String... ids) {
        change(store -> Arrays.stream(ids).forEach(id -> store.insert(scope, keys().stored(user(id, id)))));
    }

    /** Changes the members of a group. */
    default MembershipChange apply(Scope scope, String group, RelationDelta delta) {
        return write(unit -> memberships(unit).apply(scope, group, delta));
    }

    /** Adds members. */
    default MembershipChange add(Scope scope, String group, String... ids) {
        return apply(scope, group, new RelationDelta(false, Set.of(), inOrder(ids)));
    }

    /** Removes members. */
    default MembershipChange remove(Scope scope, String group, String... ids) {
        return apply(scope, group, new RelationDelta(false, inOrder(ids), Set.of()));
    }

    /** Makes these the members. */
    default MembershipChange replaceAll(Scope scope, String group, String... ids) {
        return apply(scope, group, RelationDelta.replaceAll(inOrder(ids)));
    }

    /** The ids of all members, read in pages of two. */
    default List<String> members(Scope scope, String group) {
        return read(unit -> {
            List<String> ids = new ArrayList<>();
            String next = null;
            do {
                MemberPage page = memberships(unit).members(scope, group, next, 2);
                page.members().stream().map(Member::id).forEach(ids::add);
                next = page.next();
            } while (next != null);
            return ids;
        });
    }

    /** How many members there are. */
    default long memberCount(Scope scope, String group) {
        return read(unit -> memberships(unit).count(scope, group));
    }

    /** The ids of the groups that a resource is in. */
    default List<String> groupsOf(Scope scope, String member) {
        return read(unit -> memberships(unit).groupsOf(scope, List.of(member)).getOrDefault(member, List.of()).stream()
                .map(Member::id)
                .toList());
    }

    private static Set<String> inOrder(String... ids) {
        return new LinkedHashSet<>(List.of(ids));
    }
}
