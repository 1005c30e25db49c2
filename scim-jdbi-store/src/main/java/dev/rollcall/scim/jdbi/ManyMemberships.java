package dev.rollcall.scim.jdbi;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The memberships of many resources, which are held. */
final class ManyMemberships {
    private final Statements statements;
    private final long tenant;
    private final MembershipTable table;
    private final MemberCounts counts;

    ManyMemberships(Statements statements, long tenant) {
        this.statements = statements;
        this.tenant = tenant;
        this.table = new MembershipTable(statements);
        this.counts = new MemberCounts(statements);
    }

    /** Removes them from all groups, and all of their own members. */
    void leave(List<MemberRow> some) {
        groupsOf(some).forEach(group -> table.remove(tenant, group.key(), some));
        statements.batch(
                "delete from scim_membership where tenant_key = ? and group_key = ?",
                some.stream().map(row -> List.<Object>of(tenant, row.key())).toList());
    }

    /** Lets groups count them as the host's own. */
    void disown(List<MemberRow> some) {
        for (MemberRow group : groupsOf(some)) {
            Set<Long> keys = members(group, some);
            List<MemberRow> its =
                    some.stream().filter(row -> keys.contains(row.key())).toList();
            counts.add(tenant, group.key(), its, -1);
            counts.add(
                    tenant, group.key(), its.stream().map(MemberRow::released).toList(), 1);
        }
    }

    /** The groups that have any of them, held before their counts, as whoever changes their members does. */
    private List<MemberRow> groupsOf(List<MemberRow> some) {
        Sql keys = among("m.group_key", "m.member_key", some).add(" group by m.group_key");
        Long[] groups = statements.list(keys, row -> row.getLong(1)).toArray(Long[]::new);
        if (groups.length == 0) {
            return List.of();
        }
        // In the order of ids, so that two who leave the same groups wait instead of deadlocking.
        Sql held = statements
                .dialect()
                .among(Sql.of(MemberRow.COLUMNS), "scim_resource r", "r.resource_key", groups)
                .add(" and r.tenant_key = ? order by r.id", tenant)
                .add(statements.dialect().changing());
        return statements.list(held, MemberRow::read);
    }

    private Set<Long> members(MemberRow group, List<MemberRow> some) {
        Sql sql = among("m.member_key", "m.member_key", some).add(" and m.group_key = ?", group.key());
        return new HashSet<>(statements.list(sql, row -> row.getLong(1)));
    }

    private Sql among(String what, String column, List<MemberRow> some) {
        Long[] keys = some.stream().map(MemberRow::key).toArray(Long[]::new);
        return statements
                .dialect()
                .among(Sql.of(what), "scim_membership m", column, keys)
                .add(" and m.tenant_key = ?", tenant);
    }
}
