package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.Member;
import dev.rollcall.scim.store.MemberPage;
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
            where m.tenant_key = :tenant and m.group_key = :group and m.member_key > :after""";

    private static final String IN_ORDER = """

            order by m.tenant_key, m.group_key, m.member_key
            fetch first :limit rows only""";

    private static final String AMONG = """
            select r.id
            from scim_resource g
            cross join unnest(cast(:ids as varchar array)) as w(id)
            join scim_resource r on r.tenant_key = g.tenant_key and r.id = w.id
            join scim_membership m on m.tenant_key = g.tenant_key and m.group_key = g.resource_key
                and m.member_key = r.resource_key
            where g.tenant_key = :tenant and g.id = :group""";

    private static final String GROUPS = """
            select r.id, g.id, g.type, g.display
            from unnest(cast(:ids as varchar array)) as w(id)
            join scim_resource r on r.tenant_key = :tenant and r.id = w.id
            join scim_membership m on m.tenant_key = r.tenant_key and m.member_key = r.resource_key
            join scim_resource g on g.tenant_key = m.tenant_key and g.resource_key = m.group_key
            where 1 = 1""";

    private final Statements statements;

    MembershipReads(Statements statements) {
        this.statements = statements;
    }

    /** The inner key of a group. */
    Optional<Long> group(VisibleRows rows, String id) {
        return statements.run(h -> rows.bind(h.createQuery(
                        "select r.resource_key from scim_resource r where r.tenant_key = :tenant and r.id = :id"
                                + rows.condition("r")))
                .bind("id", id)
                .mapTo(Long.class)
                .findOne());
    }

    /** The members behind the inner key of one, by inner key, which is also the mark of the next page. */
    MemberPage members(VisibleRows rows, long group, long after, int limit) {
        List<Long> keys = new ArrayList<>();
        List<Member> members = statements.run(h -> rows.bind(h.createQuery(PAGE + rows.condition("r") + IN_ORDER))
                .bind("group", group)
                .bind("after", after)
                .bind("limit", limit + 1L)
                .map((row, context) -> {
                    keys.add(row.getLong(4));
                    return new Member(row.getString(1), row.getString(2), row.getString(3));
                })
                .list());
        return members.size() <= limit
                ? new MemberPage(members, null)
                : new MemberPage(members.subList(0, limit), Long.toString(keys.get(limit - 1)));
    }

    Set<String> membersAmong(VisibleRows rows, String groupId, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return statements.run(
                h -> new HashSet<>(rows.bind(h.createQuery(AMONG + rows.condition("g") + rows.condition("r")))
                        .bind("group", groupId)
                        .bindArray("ids", String.class, List.copyOf(ids))
                        .mapTo(String.class)
                        .list()));
    }

    Map<String, List<Member>> groupsOf(VisibleRows rows, Collection<String> memberIds) {
        Map<String, List<Member>> groups = new HashMap<>();
        if (memberIds.isEmpty()) {
            return groups;
        }
        return statements.run(h -> {
            rows.bind(h.createQuery(GROUPS + rows.condition("r") + rows.condition("g") + " order by r.id, g.id"))
                    .bindArray("ids", String.class, List.copyOf(Set.copyOf(memberIds)))
                    .map((row, context) -> groups.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                            .add(new Member(row.getString(2), row.getString(3), row.getString(4))))
                    .forEach(added -> {});
            return groups;
        });
    }
}
