package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.patch.RelationDelta;
import dev.rollcall.scim.store.ConflictException;
import dev.rollcall.scim.store.Member;
import dev.rollcall.scim.store.MemberPage;
import dev.rollcall.scim.store.MembershipChange;
import dev.rollcall.scim.store.MembershipStore;
import dev.rollcall.scim.store.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The memberships within a unit of work. */
final class JdbiMemberships implements MembershipStore {
    private final JdbiUnitOfWork unit;
    private final MembershipTable table;
    private final MembershipReads reads;

    JdbiMemberships(JdbiUnitOfWork unit) {
        this.unit = unit;
        this.table = new MembershipTable(unit.statements());
        this.reads = new MembershipReads(unit.statements());
    }

    @Override
    public MembershipChange apply(Scope scope, String groupId, RelationDelta delta) {
        unit.requireWritable();
        VisibleRows rows = unit.tenants().make(scope);
        // Held also if core holds it already: two who change one group at the same time must not miss each other.
        MemberRow group = hold(rows, groupId).orElseThrow(() -> new ConflictException("Group " + groupId + " is gone"));
        unit.held().join();
        return new MembershipUpdate(unit.statements(), table, rows, group.key()).apply(delta);
    }

    @Override
    public MemberPage members(Scope scope, String groupId, @Nullable String after, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("A page holds at least 1 member, not " + limit);
        }
        long from = after == null ? Long.MIN_VALUE : Long.parseLong(after);
        return unit.tenants()
                .find(scope)
                .flatMap(rows -> key(rows, groupId).map(group -> reads.members(rows, group, from, limit)))
                .orElseGet(() -> new MemberPage(List.of(), null));
    }

    @Override
    public long count(Scope scope, String groupId) {
        return unit.tenants()
                .find(scope)
                .map(rows -> new MemberCounts(unit.statements()).of(rows, groupId))
                .orElse(0L);
    }

    @Override
    public Set<String> membersAmong(Scope scope, String groupId, Collection<String> ids) {
        return unit.tenants()
                .find(scope)
                .flatMap(rows -> key(rows, groupId).map(group -> reads.membersAmong(rows, group, ids)))
                .orElse(Set.of());
    }

    private Optional<Long> key(VisibleRows rows, String groupId) {
        return unit.held().get(rows, groupId).map(MemberRow::key).or(() -> reads.group(rows, groupId));
    }

    @Override
    public Map<String, List<Member>> groupsOf(Scope scope, Collection<String> memberIds) {
        return unit.tenants()
                .find(scope)
                .map(rows -> reads.groupsOf(rows, memberIds))
                .orElse(Map.of());
    }

    @Override
    public Set<String> removeAll(Scope scope, String id) {
        unit.requireWritable();
        return unit.tenants().find(scope).map(rows -> leaveAll(rows, id)).orElse(Set.of());
    }

    private Set<String> leaveAll(VisibleRows rows, String id) {
        return table.lock(rows, id)
                .map(resource -> {
                    unit.held().put(rows, resource);
                    unit.held().leave(resource);
                    return table.leaveAll(rows.tenant(), resource);
                })
                .orElse(Set.of());
    }

    private Optional<MemberRow> hold(VisibleRows rows, String id) {
        return unit.held()
                .get(rows, id)
                .or(() -> table.hold(rows, id).map(row -> unit.held().put(rows, row)));
    }
}
