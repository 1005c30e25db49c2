package dev.rollcall.scim.store.memory;

import dev.rollcall.scim.resource.Collation;
import dev.rollcall.scim.store.IdRange;
import dev.rollcall.scim.store.Scope;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** The rows of one resource type by id. */
final class TypeTable {
    // Not for other threads: a unit of work may go on writing while it reads a stream.
    private final ConcurrentSkipListMap<String, Row> rows = new ConcurrentSkipListMap<>(Collation::compare);
    private final OwnerCounts counts = new OwnerCounts();

    void put(Row row) {
        Row previous = rows.put(row.id(), row);
        if (previous != null) {
            counts.add(previous.owner(), -1);
        }
        counts.add(row.owner(), 1);
    }

    void remove(Row row) {
        rows.remove(row.id());
        counts.add(row.owner(), -1);
    }

    Stream<Row> stream(IdRange range) {
        String after = range.after() == null ? "" : range.after();
        String before = range.before();
        if (before != null && Collation.compare(after, before) >= 0) {
            return Stream.empty();
        }
        // No id is empty, so every id is behind the empty one.
        ConcurrentNavigableMap<String, Row> part =
                before == null ? rows.tailMap(after, false) : rows.subMap(after, false, before, false);
        return (range.descending() ? part.descendingMap() : part).values().stream();
    }

    long count(Scope scope) {
        return counts.visibleIn(scope);
    }
}
