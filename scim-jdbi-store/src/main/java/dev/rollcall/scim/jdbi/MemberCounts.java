package dev.rollcall.scim.jdbi;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.PreparedBatch;

/** How many members of each owner a group has. Whoever changes them holds the group or waits for its row here. */
final class MemberCounts {
    private static final String ADD = """
            merge into scim_member_count c
            using (select cast(:tenant as bigint) as tenant_key, cast(:group as bigint) as group_key,
                cast(:owner as varchar) as owner, cast(:more as bigint) as more) n
            on (c.tenant_key = n.tenant_key and c.group_key = n.group_key and c.owner = n.owner)
            when matched then update set members = c.members + n.more
            when not matched then insert (tenant_key, group_key, owner, members)
                values (n.tenant_key, n.group_key, n.owner, n.more)""";

    private static final String COUNT = """
            select coalesce(sum(c.members), 0)
            from scim_resource r
            join scim_member_count c on c.tenant_key = r.tenant_key and c.group_key = r.resource_key
            where r.tenant_key = :tenant and r.id = :id""";

    private final Statements statements;

    MemberCounts(Statements statements) {
        this.statements = statements;
    }

    /** Counts some members of a group more, or fewer if the sign is -1. */
    void add(long tenant, long group, List<MemberRow> members, int sign) {
        Map<String, Long> byOwner =
                members.stream().collect(Collectors.groupingBy(MemberRow::owner, TreeMap::new, Collectors.counting()));
        add(byOwner.entrySet().stream()
                .map(e -> new Change(tenant, group, e.getKey(), sign * e.getValue()))
                .toList());
    }

    /** Counts one member of the owner fewer in each of the groups. */
    void removeFrom(long tenant, List<MemberRow> groups, String owner) {
        add(groups.stream()
                .map(group -> new Change(tenant, group.key(), owner, -1))
                .toList());
    }

    private record Change(long tenant, long group, String owner, long more) {}

    private void add(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        statements.run(h -> {
            PreparedBatch batch = h.prepareBatch(ADD);
            changes.forEach(change -> batch.bind("tenant", change.tenant())
                    .bind("group", change.group())
                    .bind("owner", change.owner())
                    .bind("more", change.more())
                    .add());
            return batch.execute();
        });
    }

    /** Forgets a group that has no members any more. */
    void clear(long tenant, long group) {
        statements.run(
                h -> h.createUpdate("delete from scim_member_count where tenant_key = :tenant and group_key = :group")
                        .bind("tenant", tenant)
                        .bind("group", group)
                        .execute());
    }

    long of(VisibleRows rows, String groupId) {
        return statements.run(h -> rows.bind(h.createQuery(COUNT + rows.condition("r") + rows.condition("c")))
                .bind("id", groupId)
                .mapTo(Long.class)
                .one());
    }
}
