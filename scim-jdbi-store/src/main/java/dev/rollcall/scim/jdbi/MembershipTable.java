package dev.rollcall.scim.jdbi;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of memberships, with the counts kept right. */
final class MembershipTable {
    private static final String ALL = "select " + MemberRow.COLUMNS + """

            from scim_membership m
            join scim_resource r on r.tenant_key = m.tenant_key and r.resource_key = m.member_key
            where m.tenant_key = ? and m.group_key = ?""";

    private static final String INSERT = """
            insert into scim_membership (tenant_key, group_key, member_key)
            select cast(? as bigint), cast(? as bigint), w.member_key
            from unnest(cast(? as bigint array)) as w(member_key)""";

    // In the order of ids, so that two who leave the same groups wait instead of deadlocking.
    private static final String GROUPS = "select " + MemberRow.COLUMNS + """

            from scim_membership m
            join scim_resource r on r.tenant_key = m.tenant_key and r.resource_key = m.group_key
            where m.tenant_key = ? and m.member_key = ?
            order by r.id""";

    private final Statements statements;
    private final MembershipRemoval removal;
    private final MemberCounts counts;

    MembershipTable(Statements statements) {
        this.statements = statements;
        this.removal = statements.dialect().removal(statements);
        this.counts = new MemberCounts(statements);
    }

    /** All members that are visible. */
    List<MemberRow> all(VisibleRows rows, long group) {
        Sql sql = Sql.of(ALL, rows.tenant(), group)
                .add(rows.condition("r"))
                .add(" order by m.tenant_key, m.group_key, m.member_key");
        return statements.list(sql, MemberRow::read);
    }

    /** Adds resources that are no members. */
    void add(long tenant, long group, List<MemberRow> joining) {
        if (!joining.isEmpty()) {
            statements.update(Sql.of(INSERT, tenant, group, Sql.longs(keys(joining))));
            counts.add(tenant, group, joining, 1);
        }
    }

    /** Removes members; gives those who still were, since a resource that is deleted leaves without waiting for us. */
    List<MemberRow> remove(long tenant, long group, List<MemberRow> leaving) {
        if (leaving.isEmpty()) {
            return leaving;
        }
        List<MemberRow> left = those(leaving, removal.remove(tenant, "group_key", group, "member_key", keys(leaving)));
        counts.add(tenant, group, left, -1);
        return left;
    }

    /** Removes a resource, which is held, from all groups, and all of its members; gives the ids of those groups. */
    Set<String> leaveAll(long tenant, MemberRow resource) {
        List<MemberRow> left = leave(tenant, resource);
        statements.update(
                Sql.of("delete from scim_membership where tenant_key = ? and group_key = ?", tenant, resource.key()));
        counts.clear(tenant, resource.key());
        return left.stream().map(MemberRow::id).collect(Collectors.toSet());
    }

    private List<MemberRow> leave(long tenant, MemberRow member) {
        // Before their counts, as whoever changes their members does: the other way round each would wait for the
        // other.
        Sql held = Sql.of(GROUPS, tenant, member.key()).add(statements.dialect().changing());
        List<MemberRow> groups = statements.list(held, MemberRow::read);
        if (groups.isEmpty()) {
            return groups;
        }
        List<MemberRow> left =
                those(groups, removal.remove(tenant, "member_key", member.key(), "group_key", keys(groups)));
        counts.removeFrom(tenant, left, member.owner());
        return left;
    }

    /** Finds a resource that is about to be changed and holds it until the transaction ends. */
    Optional<MemberRow> hold(VisibleRows rows, String id) {
        return find(rows, id, statements.dialect().changing());
    }

    /** Finds a resource that is about to be deleted and holds it until the transaction ends. */
    Optional<MemberRow> lock(VisibleRows rows, String id) {
        return find(rows, id, " for update");
    }

    private Optional<MemberRow> find(VisibleRows rows, String id, String holding) {
        Sql sql = Sql.of(
                        "select " + MemberRow.COLUMNS + " from scim_resource r where r.tenant_key = ? and r.id = ?",
                        rows.tenant(),
                        id)
                .add(rows.condition("r"))
                .add(holding);
        return statements.first(sql, MemberRow::read);
    }

    private static List<MemberRow> those(List<MemberRow> all, Set<Long> keys) {
        return all.stream().filter(row -> keys.contains(row.key())).toList();
    }

    private static Set<Long> keys(Collection<MemberRow> members) {
        return members.stream().map(MemberRow::key).collect(Collectors.toCollection(HashSet::new));
    }
}
