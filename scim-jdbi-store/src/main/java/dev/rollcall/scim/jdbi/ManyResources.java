package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.schema.ResourceType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Removes or releases all resources of a type that are visible, a batch of them at a time. */
final class ManyResources {
    private static final int BATCH = 1000;

    // What was written before is passed over, since its entries stay in the index until the transaction has ended.
    private static final String NEXT = "select " + MemberRow.COLUMNS + """

            from scim_resource r
            where r.tenant_key = ? and r.type = ? and r.id > ?""";

    private final JdbiUnitOfWork unit;
    private final Statements statements;
    private final VisibleRows rows;
    private final String type;
    private final ManyMemberships memberships;

    ManyResources(JdbiUnitOfWork unit, VisibleRows rows, ResourceType type) {
        this.unit = unit;
        this.statements = unit.statements();
        this.rows = rows;
        this.type = type.name();
        this.memberships = new ManyMemberships(statements, rows.tenant());
    }

    long delete() {
        // Keeps others from adding memberships between those that leave and the resources themselves.
        return each(" for update", some -> {
            memberships.leave(some);
            run("delete from scim_resource where tenant_key = ? and resource_key = ?", some);
            count(some, -1);
        });
    }

    long release() {
        return each(statements.dialect().changing(), some -> {
            memberships.disown(some);
            run(
                    "update scim_resource set owner = '" + VisibleRows.LOCAL
                            + "' where tenant_key = ? and resource_key = ?",
                    some);
            count(some, -1);
            unit.counts().add(rows.tenant(), type, VisibleRows.LOCAL, some.size());
        });
    }

    private long each(String holding, Consumer<List<MemberRow>> step) {
        long done = 0;
        // No id is empty, so every id is behind the empty one.
        String last = "";
        List<MemberRow> some;
        do {
            Sql next = Sql.of(NEXT, rows.tenant(), type, last)
                    .add(rows.condition("r"))
                    .add(" order by r.id fetch first ? rows only", BATCH)
                    .add(holding);
            some = statements.list(next, MemberRow::read);
            if (!some.isEmpty()) {
                step.accept(some);
                some.forEach(row -> unit.held().remove(rows, row));
                done += some.size();
                last = some.get(some.size() - 1).id();
            }
        } while (some.size() == BATCH);
        return done;
    }

    private void run(String sql, Collection<MemberRow> some) {
        statements.batch(
                sql,
                some.stream()
                        .map(row -> List.<Object>of(rows.tenant(), row.key()))
                        .toList());
    }

    private void count(List<MemberRow> some, int sign) {
        Map<String, Long> byOwner =
                some.stream().collect(Collectors.groupingBy(MemberRow::owner, TreeMap::new, Collectors.counting()));
        byOwner.forEach((owner, number) -> unit.counts().add(rows.tenant(), type, owner, sign * number.intValue()));
    }
}
