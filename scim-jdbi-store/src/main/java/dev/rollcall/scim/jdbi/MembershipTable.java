package dev.rollcall.scim.jdbi;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table of memberships, with the counts kept right. */
final class MembershipTable {
    private static final String PRESENT = """
            select m.member_key
            from unnest(cast(:keys as bigint array)) as w(member_key)
            join scim_membership m
                on m.tenant_key = :tenant and m.group_key = :group and m.member_key = w.member_key""";

    private static final String ALL = "select " + MemberRow.COLUMNS + """

            from scim_membership m
            join scim_resource r on r.tenant_key = m.tenant_key and r.resource_key = m.member_key
            where m.tenant_key = :tenant and m.group_key = :group""";

    private static final String INSERT = """
            insert into scim_membership (tenant_key, group_key, member_key)
            select cast(:tenant as bigint), cast(:group as bigint), w.member_key
            from unnest(cast(:keys as bigint array)) as w(member_key)""";

    private static final String GROUPS = "select " + MemberRow.COLUMNS + """

            from scim_membership m
            join scim_resource r on r.tenant_key = m.tenant_key and r.resource_key = m.group_key
            where m.tenant_key = :tenant and m.member_key = :member
            order by r.id""";

    private static final String DELETE =
            "delete from scim_membership where tenant_key = :tenant and group_key = :group and member_key = :member";

    private final Statements statements;
    private final MemberCounts counts;

    MembershipTable(Statements statements) {
        this.statements = statements;
        this.counts = new MemberCounts(statements);
    }

    /** Which of the resources are members. */
    Set<Long> present(long tenant, long group, Collection<MemberRow> candidates) {
        if (candidates.isEmpty()) {
            return Set.of();
        }
        return statements.run(h -> new HashSet<>(h.createQuery(PRESENT)
                .bindArray("keys", Long.class, keys(candidates))
                .bind("tenant", tenant)
                .bind("group", group)
                .mapTo(Long.class)
                .list()));
    }

    /** All members that are visible. */
    List<MemberRow> all(VisibleRows rows, long group) {
        return statements.run(h -> rows.bind(
                        h.createQuery(ALL + rows.condition("r") + " order by m.tenant_key, m.group_key, m.member_key"))
                .bind("group", group)
                .map((row, context) -> MemberRow.read(row))
                .list());
    }

    /** Adds resources that are no members. */
    void add(long tenant, long group, List<MemberRow> joining) {
        if (joining.isEmpty()) {
            return;
        }
        statements.run(h -> h.createUpdate(INSERT)
                .bind("tenant", tenant)
                .bind("group", group)
                .bindArray("keys", Long.class, keys(joining))
                .execute());
        counts.add(tenant, group, joining, 1);
    }

    /** Removes members; gives those who still were, since a resource that is deleted leaves without waiting for us. */
    List<MemberRow> remove(long tenant, long group, List<MemberRow> leaving) {
        if (leaving.isEmpty()) {
            return leaving;
        }
        int[] gone = statements.run(h -> {
            PreparedBatch batch = h.prepareBatch(DELETE);
            leaving.forEach(member -> bind(batch, tenant, group, member.key()).add());
            return batch.execute();
        });
        List<MemberRow> left = those(leaving, gone);
        counts.add(tenant, group, left, -1);
        return left;
    }

    /** Removes a resource, if it is visible, from all groups, and all of its members; gives the ids of those groups. */
    Set<String> leaveAll(VisibleRows rows, String id) {
        Optional<MemberRow> found = lock(rows, id);
        if (found.isEmpty()) {
            return Set.of();
        }
        MemberRow resource = found.get();
        List<MemberRow> left = leave(rows.tenant(), resource);
        statements.run(
                h -> h.createUpdate("delete from scim_membership where tenant_key = :tenant and group_key = :group")
                        .bind("tenant", rows.tenant())
                        .bind("group", resource.key())
                        .execute());
        counts.clear(rows.tenant(), resource.key());
        return left.stream().map(MemberRow::id).collect(Collectors.toSet());
    }

    private List<MemberRow> leave(long tenant, MemberRow member) {
        List<MemberRow> groups = groups(tenant, member.key());
        if (groups.isEmpty()) {
            return groups;
        }
        int[] gone = statements.run(h -> {
            PreparedBatch batch = h.prepareBatch(DELETE);
            groups.forEach(
                    group -> bind(batch, tenant, group.key(), member.key()).add());
            return batch.execute();
        });
        List<MemberRow> left = those(groups, gone);
        counts.removeFrom(tenant, left, member.owner());
        return left;
    }

    private static PreparedBatch bind(PreparedBatch batch, long tenant, long group, long member) {
        return batch.bind("tenant", tenant).bind("group", group).bind("member", member);
    }

    private static List<MemberRow> those(List<MemberRow> all, int[] updated) {
        return IntStream.range(0, updated.length)
                .filter(i -> updated[i] > 0)
                .mapToObj(all::get)
                .toList();
    }

    /** Finds a resource and holds it until the transaction ends. */
    Optional<MemberRow> lock(VisibleRows rows, String id) {
        return statements.run(h -> rows.bind(h.createQuery("select " + MemberRow.COLUMNS
                        + " from scim_resource r where r.tenant_key = :tenant and r.id = :id" + rows.condition("r")
                        + " for update"))
                .bind("id", id)
                .map((row, context) -> MemberRow.read(row))
                .findOne());
    }

    /** The groups of a member in the order of ids, so that two who leave the same ones wait instead of deadlocking. */
    private List<MemberRow> groups(long tenant, long member) {
        return statements.run(h -> h.createQuery(GROUPS)
                .bind("tenant", tenant)
                .bind("member", member)
                .map((row, context) -> MemberRow.read(row))
                .list());
    }

    private static List<Long> keys(Collection<MemberRow> members) {
        return members.stream().map(MemberRow::key).toList();
    }
}
