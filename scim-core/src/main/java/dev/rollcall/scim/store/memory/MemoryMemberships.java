package dev.rollcall.scim.store.memory;

import dev.rollcall.scim.patch.RelationDelta;
import dev.rollcall.scim.store.ConflictException;
import dev.rollcall.scim.store.Member;
import dev.rollcall.scim.store.MemberPage;
import dev.rollcall.scim.store.MembershipChange;
import dev.rollcall.scim.store.MembershipStore;
import dev.rollcall.scim.store.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The memberships within a unit of work. */
final class MemoryMemberships implements MembershipStore {
    private final MemoryUnit unit;

    MemoryMemberships(MemoryUnit unit) {
        this.unit = unit;
    }

    @Override
    public MembershipChange apply(Scope scope, String groupId, RelationDelta delta) {
        TenantTable table = unit.writing(scope.tenant());
        if (table.find(scope, groupId).isEmpty()) {
            throw new ConflictException("Group " + groupId + " is gone");
        }
        List<String> added = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Row member : delta.clear() ? visibleMembers(table, scope, groupId) : List.<Row>of()) {
            if (!delta.add().contains(member.id())) {
                unlink(table, groupId, member);
                removed.add(member.id());
            }
        }
        for (String id : delta.remove()) {
            Optional<Row> member = table.find(scope, id);
            if (member.isEmpty()) {
                unknown.add(id);
            } else if (table.memberships().contains(groupId, id)) {
                unlink(table, groupId, member.get());
                removed.add(id);
            }
        }
        for (String id : delta.add()) {
            Optional<Row> member = table.find(scope, id);
            if (member.isEmpty()) {
                unknown.add(id);
            } else if (!table.memberships().contains(groupId, id)) {
                link(table, groupId, member.get());
                added.add(id);
            }
        }
        return new MembershipChange(added, removed, unknown);
    }

    @Override
    public MemberPage members(Scope scope, String groupId, @Nullable String after, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("A page holds at least 1 member, not " + limit);
        }
        TenantTable table = unit.reading(scope.tenant());
        if (table.find(scope, groupId).isEmpty()) {
            return new MemberPage(List.of(), null);
        }
        Set<String> ids = table.memberships().members(groupId);
        Set<String> rest =
                after == null ? ids : table.memberships().members(groupId).tailSet(after, false);
        List<Member> page =
                visible(table, scope, rest).limit(limit + 1L).map(Row::asMember).toList();
        return page.size() <= limit
                ? new MemberPage(page, null)
                : new MemberPage(page.subList(0, limit), page.get(limit - 1).id());
    }

    @Override
    public long count(Scope scope, String groupId) {
        TenantTable table = unit.reading(scope.tenant());
        return table.find(scope, groupId)
                .map(group -> table.memberships().counts(groupId).visibleIn(scope))
                .orElse(0L);
    }

    @Override
    public Set<String> membersAmong(Scope scope, String groupId, Collection<String> ids) {
        TenantTable table = unit.reading(scope.tenant());
        Set<String> found = new HashSet<>();
        if (table.find(scope, groupId).isPresent()) {
            visible(table, scope, ids)
                    .filter(row -> table.memberships().contains(groupId, row.id()))
                    .forEach(row -> found.add(row.id()));
        }
        return found;
    }

    @Override
    public Map<String, List<Member>> groupsOf(Scope scope, Collection<String> memberIds) {
        TenantTable table = unit.reading(scope.tenant());
        Map<String, List<Member>> groups = new LinkedHashMap<>();
        visible(table, scope, memberIds).forEach(member -> {
            List<Member> its = visible(table, scope, table.memberships().groups(member.id()))
                    .map(Row::asMember)
                    .toList();
            groups.put(member.id(), its);
        });
        return groups;
    }

    @Override
    public Set<String> removeAll(Scope scope, String id) {
        TenantTable table = unit.writing(scope.tenant());
        Optional<Row> resource = table.find(scope, id);
        if (resource.isEmpty()) {
            return Set.of();
        }
        Relation relation = table.memberships();
        Set<String> groups = new TreeSet<>(relation.groups(id));
        groups.forEach(group -> unlink(table, group, resource.get()));
        Scope everyone = Scope.ofTenant(scope.tenant());
        visibleMembers(table, everyone, id).forEach(member -> unlink(table, id, member));
        return groups;
    }

    /** Lets a resource get another owner, by whom groups count it. */
    void disown(TenantTable table, Row member, Runnable swap) {
        List<String> groups = List.copyOf(table.memberships().groups(member.id()));
        groups.forEach(group -> unlink(table, group, member));
        swap.run();
        groups.forEach(group -> link(table, group, member.released()));
    }

    private static List<Row> visibleMembers(TenantTable table, Scope scope, String groupId) {
        return visible(table, scope, table.memberships().members(groupId)).toList();
    }

    private static Stream<Row> visible(TenantTable table, Scope scope, Collection<String> ids) {
        return ids.stream().flatMap(id -> table.find(scope, id).stream());
    }

    private void link(TenantTable table, String groupId, Row member) {
        table.memberships().add(groupId, member);
        unit.onRollback(() -> table.memberships().remove(groupId, member));
    }

    private void unlink(TenantTable table, String groupId, Row member) {
        table.memberships().remove(groupId, member);
        unit.onRollback(() -> table.memberships().add(groupId, member));
    }
}
