package dev.rollcall.scim.jdbi;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How many resources of a type and owner there are, kept in a table so that nobody need count rows. Each number is spread
 * over several rows, of which a unit of work changes one by chance at its very end: two writers seldom meet there, and
 * never for longer than a commit takes.
 */
final class ResourceCounts {
    private static final int SLOTS = 16;

    private static final String ADD = """
            merge into scim_resource_count c
            using (select cast(? as bigint) as tenant_key, cast(? as varchar) as type, cast(? as varchar) as owner,
                cast(? as int) as slot, cast(? as bigint) as more) n
            on (c.tenant_key = n.tenant_key and c.type = n.type and c.owner = n.owner and c.slot = n.slot)
            when matched then update set resources = c.resources + n.more
            when not matched then insert (tenant_key, type, owner, slot, resources)
                values (n.tenant_key, n.type, n.owner, n.slot, n.more)""";

    private final Statements statements;
    private final Map<Place, Long> changed = new TreeMap<>();

    ResourceCounts(Statements statements) {
        this.statements = statements;
    }

    /** One of the numbers; compared so that two writers take them in the same order. */
    private record Place(long tenant, String type, String owner) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Comparator.comparingLong(Place::tenant)
                    .thenComparing(Place::type)
                    .thenComparing(Place::owner)
                    .compare(this, other);
        }
    }

    /** Counts a resource that this unit of work adds (1) or takes away (-1). */
    void add(long tenant, String type, String owner, int more) {
        changed.merge(new Place(tenant, type, owner), (long) more, Long::sum);
    }

    /** How many the scope sees, what this unit of work did included. */
    long of(VisibleRows rows, String type) {
        Sql sql = Sql.of(
                        "select sum(c.resources) from scim_resource_count c where c.tenant_key = ? and c.type = ?",
                        rows.tenant(),
                        type)
                .add(rows.condition("c"));
        long mine = changed.entrySet().stream()
                .filter(e -> e.getKey().tenant() == rows.tenant()
                        && e.getKey().type().equals(type)
                        && (rows.owner() == null
                                || rows.owner().equals(e.getKey().owner())))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return statements.first(sql, row -> row.getLong(1)).orElse(0L) + mine;
    }

    /** Writes what has changed; the last that a unit of work does before it commits. */
    void write() {
        int slot = ThreadLocalRandom.current().nextInt(SLOTS);
        changed.forEach((place, more) -> {
            if (more != 0) {
                statements.update(Sql.of(ADD, place.tenant(), place.type(), place.owner(), slot, more));
            }
        });
        changed.clear();
    }
}
