package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.patch.RelationDelta;
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
    private static final String SELECT = "select " + MemberRow.COLUMNS + """

            from unnest(cast(:ids as varchar array)) as w(id)
            join scim_resource r on r.tenant_key = :tenant and r.id = w.id""";

    private final Statements statements;
    private final MembershipTable table;
    private final VisibleRows rows;
    private final long group;

    MembershipUpdate(Statements statements, MembershipTable table, VisibleRows rows, long group) {
        this.statements = statements;
        this.table = table;
        this.rows = rows;
        this.group = group;
    }

    MembershipChange apply(RelationDelta delta) {
        Map<String, MemberRow> known = new HashMap<>(lock(delta.add()));
        known.putAll(find(delta.remove()));
        List<MemberRow> leaving;
        Set<Long> present;
        if (delta.clear()) {
            List<MemberRow> all = table.all(rows, group);
            present = new HashSet<>(keys(all));
            leaving = all.stream().filter(m -> !delta.add().contains(m.id())).toList();
        } else {
            present = table.present(rows.tenant(), group, known.values());
            leaving = rowsOf(delta.remove(), known).stream()
                    .filter(m -> present.contains(m.key()))
                    .toList();
        }
        List<MemberRow> joining = rowsOf(delta.add(), known).stream()
                .filter(m -> !present.contains(m.key()))
                .toList();
        List<MemberRow> left = table.remove(rows.tenant(), group, leaving);
        table.add(rows.tenant(), group, joining);
        return new MembershipChange(ids(joining), ids(left), unknown(delta, known));
    }

    /** Who joins is held, in the order of ids, so that nobody is deleted meanwhile. */
    private Map<String, MemberRow> lock(Collection<String> ids) {
        return select(ids, " for update");
    }

    private Map<String, MemberRow> find(Collection<String> ids) {
        return select(ids, "");
    }

    private Map<String, MemberRow> select(Collection<String> ids, String suffix) {
        Map<String, MemberRow> found = new HashMap<>();
        if (!ids.isEmpty()) {
            statements
                    .run(h -> rows.bind(h.createQuery(SELECT + rows.condition("r") + suffix))
                            .bindArray("ids", String.class, new ArrayList<>(new TreeSet<>(ids)))
                            .map((row, context) -> MemberRow.read(row))
                            .list())
                    .forEach(member -> found.put(member.id(), member));
        }
        return found;
    }

    private static List<String> unknown(RelationDelta delta, Map<String, MemberRow> known) {
        List<String> unknown = new ArrayList<>();
        delta.remove().stream().filter(id -> !known.containsKey(id)).forEach(unknown::add);
        delta.add().stream().filter(id -> !known.containsKey(id)).forEach(unknown::add);
        return unknown;
    }

    private static List<MemberRow> rowsOf(Collection<String> ids, Map<String, MemberRow> known) {
        return ids.stream().filter(known::containsKey).map(known::get).toList();
    }

    private static List<Long> keys(List<MemberRow> members) {
        return members.stream().map(MemberRow::key).toList();
    }

    private static List<String> ids(List<MemberRow> members) {
        return members.stream().map(MemberRow::id).toList();
    }
}
