package dev.rollcall.scim.jdbi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many members of each owner a group has. Whoever changes them holds the group or waits for its row here. */
final class MemberCounts {
    private static final String ADD = """
            merge into scim_member_count c
            using (select cast(? as bigint) as tenant_key, cast(? as bigint) as group_key,
                cast(? as varchar) as owner, cast(? as bigint) as more) n
            on (c.tenant_key = n.tenant_key and c.group_key = n.group_key and c.owner = n.owner)
            when matched then update set members = c.members + n.more
            when not matched then insert (tenant_key, group_key, owner, members)
                values (n.tenant_key, n.group_key, n.owner, n.more)""";

    private static final String COUNT = """
            select sum(c.members)
            from scim_resource r
            join scim_member_count c on c.tenant_key = r.tenant_key and c.group_key = r.resource_key
            where r.tenant_key = ? and r.id = ?""";

    private final Statements statements;

    MemberCounts(Statements statements) {
        this.statements = statements;
    }

    /** Counts some members of a group more, or fewer if the sign is -1. */
    void add(long tenant, long group, Collection<MemberRow> members, int sign) {
        Map<String, Long> byOwner =
                members.stream().collect(Collectors.groupingBy(MemberRow::owner, TreeMap::new, Collectors.counting()));
        add(byOwner.entrySet().stream()
                .map(e -> List.<Object>of(tenant, group, e.getKey(), sign * e.getValue()))
                .toList());
    }

    /** Counts one member of the owner fewer in each of the groups. */
    void removeFrom(long tenant, List<MemberRow> groups, String owner) {
        add(groups.stream()
                .map(group -> List.<Object>of(tenant, group.key(), owner, -1L))
                .toList());
    }

    private void add(List<List<Object>> changes) {
        if (!changes.isEmpty()) {
            statements.batch(ADD, changes);
        }
    }

    /** Forgets a group that has no members any more. */
    void clear(long tenant, long group) {
        statements.update(
                Sql.of("delete from scim_member_count where tenant_key = ? and group_key = ?", tenant, group));
    }

    long of(VisibleRows rows, String groupId) {
        Sql sql = Sql.of(COUNT, rows.tenant(), groupId).add(rows.condition("r")).add(rows.condition("c"));
        return statements.first(sql, row -> row.getLong(1)).orElse(0L);
    }
}
