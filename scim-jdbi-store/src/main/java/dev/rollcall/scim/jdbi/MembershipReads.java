package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.Member;
import dev.rollcall.scim.store.MemberPage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads memberships from both sides. */
final class MembershipReads {
    private static final String PAGE = """
            select r.id, r.type, r.display, m.member_key
            from scim_membership m
            join scim_resource r on r.tenant_key = m.tenant_key and r.resource_key = m.member_key
            where m.tenant_key = ? and m.group_key = ? and m.member_key > ?""";

    private static final String IN_ORDER = " order by m.tenant_key, m.group_key, m.member_key fetch first ? rows only";

    private static final String OF_GROUP = """
            scim_resource r
            join scim_membership m on m.tenant_key = r.tenant_key and m.member_key = r.resource_key
            join scim_resource g on g.tenant_key = m.tenant_key and g.resource_key = m.group_key""";

    private static final String GROUPS = "r.id, g.id, g.type, g.display";

    // Without its duplicates the query ends also where groups contain each other in a circle. Every step is a look-up
    // for
    // each row, which "offset" makes sure of: how many groups somebody is in is nothing that PostgreSQL guesses well.
    private static final String ALL_LEVELS = """
            with recursive e(member_key, group_key) as (
                select r.resource_key, m.group_key
                from scim_resource r
                cross join lateral (select m.group_key from scim_membership m
                    where m.tenant_key = ? and m.member_key = r.resource_key offset 0 rows) m
                where r.tenant_key = ? and r.id = any(?)
                union
                select e.group_key, m.group_key
                from e
                cross join lateral (select m.group_key from scim_membership m
                    where m.tenant_key = ? and m.member_key = e.group_key offset 0 rows) m
            )
            select r.id, g.id, g.type, g.display
            from e
            cross join lateral (select r.id, r.owner from scim_resource r
                where r.tenant_key = ? and r.resource_key = e.member_key offset 0 rows) r
            cross join lateral (select g.id, g.type, g.display, g.owner from scim_resource g
                where g.tenant_key = ? and g.resource_key = e.group_key offset 0 rows) g
            where 1 = 1""";

    /**
     * Whether the resource of the alias {@code r} is a member of the group with the inner key: one look-up for each, which
     * {@code offset} makes sure of, since PostgreSQL would rather gather all members first.
     */
    static final String IS_MEMBER = """
            exists (select 1 from scim_membership m
                where m.tenant_key = r.tenant_key and m.group_key = ? and m.member_key = r.resource_key offset 0 rows)""";

    private final Statements statements;

    MembershipReads(Statements statements) {
        this.statements = statements;
    }

    /** The inner key of a group. */
    Optional<Long> group(VisibleRows rows, String id) {
        Sql sql = Sql.of(
                        "select r.resource_key from scim_resource r where r.tenant_key = ? and r.id = ?",
                        rows.tenant(),
                        id)
                .add(rows.condition("r"));
        return statements.first(sql, row -> row.getLong(1));
    }

    /** The members behind the inner key of one, by inner key, which is also the mark of the next page. */
    MemberPage members(VisibleRows rows, long group, long after, int limit) {
        List<Long> keys = new ArrayList<>();
        Sql sql = Sql.of(PAGE, rows.tenant(), group, after)
                .add(rows.condition("r"))
                .add(IN_ORDER, limit + 1L);
        List<Member> members = statements.list(sql, row -> {
            keys.add(row.getLong(4));
            return member(row, 1);
        });
        return members.size() <= limit
                ? new MemberPage(members, null)
                : new MemberPage(members.subList(0, limit), Long.toString(keys.get(limit - 1)));
    }

    /** Which of the resources are members of the group with the inner key. */
    Set<String> membersAmong(VisibleRows rows, long group, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        Sql sql = statements
                .dialect()
                .among(Sql.of("r.id, " + IS_MEMBER, group), "scim_resource r", "r.id", ids.toArray(String[]::new))
                .add(" and r.tenant_key = ?", rows.tenant())
                .add(rows.condition("r"));
        Set<String> members = new HashSet<>();
        statements.list(sql, row -> row.getBoolean(2) && members.add(row.getString(1)));
        return members;
    }

    Map<String, List<Member>> groupsOf(VisibleRows rows, Collection<String> memberIds) {
        if (memberIds.isEmpty()) {
            return Map.of();
        }
        String[] ids = new HashSet<>(memberIds).toArray(String[]::new);
        long tenant = rows.tenant();
        Sql sql = statements.dialect().recursive()
                ? Sql.of(ALL_LEVELS, tenant, tenant, ids, tenant, tenant, tenant)
                : statements
                        .dialect()
                        .among(Sql.of(GROUPS), OF_GROUP, "r.id", ids)
                        .add(" and r.tenant_key = ?", rows.tenant());
        sql.add(rows.condition("r")).add(rows.condition("g")).add(" order by r.id, g.id");
        Map<String, List<Member>> groups = new HashMap<>();
        statements.list(
                sql,
                row -> groups.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                        .add(member(row, 2)));
        if (statements.dialect().recursive()) {
            List<Member> all = groups.values().stream().flatMap(List::stream).toList();
            // Those of which nothing came are in no group.
            all.forEach(group -> groups.computeIfAbsent(group.id(), id -> List.of()));
        }
        return groups;
    }

    private static Member member(ResultSet row, int first) throws SQLException {
        return new Member(row.getString(first), row.getString(first + 1), row.getString(first + 2));
    }
}
