package dev.rollcall.scim.store.memory;

import dev.rollcall.scim.resource.Collation;
import dev.rollcall.scim.store.Scope;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** The rows of one resource type by id. */
final class TypeTable {
    // Not for other threads: a unit of work may go on writing while it reads a stream.
    private final ConcurrentSkipListMap<String, Row> rows = new ConcurrentSkipListMap<>(Collation::compare);
    private final OwnerCounts counts = new OwnerCounts();

    void put(Row row) {
        Row previous = rows.put(row.id(), row);
        if (previous == null) {
            counts.add(row.owner(), 1);
        }
    }

    void remove(Row row) {
        rows.remove(row.id());
        counts.add(row.owner(), -1);
    }

    Stream<Row> stream() {
        return rows.values().stream();
    }

    long count(Scope scope) {
        return counts.visibleIn(scope);
    }
}
