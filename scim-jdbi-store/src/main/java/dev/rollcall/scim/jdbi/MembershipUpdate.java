package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.patch.RelationDelta;
import dev.rollcall.scim.store.ConflictException;
import dev.rollcall.scim.store.MembershipChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One change of a group's members, in a number of statements that does not depend on how many change. */
final class MembershipUpdate {
    private static final String COLUMNS = MemberRow.COLUMNS + ", " + MembershipReads.IS_MEMBER;

    private final Statements statements;
    private final MembershipTable table;
    private final VisibleRows rows;
    private final long group;
    private final Map<String, MemberRow> known = new HashMap<>();
    private final Set<String> present = new HashSet<>();

    MembershipUpdate(Statements statements, MembershipTable table, VisibleRows rows, long group) {
        this.statements = statements;
        this.table = table;
        this.rows = rows;
        this.group = group;
    }

    MembershipChange apply(RelationDelta delta) {
        hold(delta.add());
        read(delta.remove(), "");
        List<MemberRow> leaving;
        if (delta.clear()) {
            leaving = table.all(rows, group).stream()
                    .filter(m -> !delta.add().contains(m.id()))
                    .toList();
        } else {
            leaving = rowsOf(delta.remove()).stream()
                    .filter(m -> present.contains(m.id()))
                    .toList();
        }
        List<MemberRow> joining = rowsOf(delta.add()).stream()
                .filter(m -> !present.contains(m.id()))
                .toList();
        List<MemberRow> left = table.remove(rows.tenant(), group, leaving);
        table.add(rows.tenant(), group, joining);
        return new MembershipChange(ids(joining), ids(left), unknown(delta));
    }

    /**
     * Who joins is held against being deleted. Whoever deletes one holds it first and then its groups, so waiting for the
     * end of that here, with the group held, could be waiting for each other: it is tried again instead.
     */
    private void hold(Collection<String> ids) {
        read(ids, statements.dialect().holding());
        List<String> missing = ids.stream().filter(id -> !known.containsKey(id)).toList();
        read(missing, "");
        if (missing.stream().anyMatch(known::containsKey)) {
            throw new ConflictException("A resource that shall be a member is being deleted");
        }
    }

    private void read(Collection<String> ids, String suffix) {
        if (ids.isEmpty()) {
            return;
        }
        // In the order of ids: H2 takes its locks in it.
        String[] ordered = new TreeSet<>(ids).toArray(String[]::new);
        Sql sql = statements
                .dialect()
                .among(Sql.of(COLUMNS, group), "scim_resource r", "r.id", ordered)
                .add(" and r.tenant_key = ?", rows.tenant())
                .add(rows.condition("r"))
                .add(suffix);
        statements.list(sql, row -> {
            MemberRow member = MemberRow.read(row);
            known.put(member.id(), member);
            return row.getBoolean(4) ? present.add(member.id()) : false;
        });
    }

    private List<String> unknown(RelationDelta delta) {
        List<String> unknown = new ArrayList<>();
        delta.remove().stream().filter(id -> !known.containsKey(id)).forEach(unknown::add);
        delta.add().stream().filter(id -> !known.containsKey(id)).forEach(unknown::add);
        return unknown;
    }

    private List<MemberRow> rowsOf(Collection<String> ids) {
        return ids.stream().filter(known::containsKey).map(known::get).toList();
    }

    private static List<String> ids(List<MemberRow> members) {
        return members.stream().map(MemberRow::id).toList();
    }
}
