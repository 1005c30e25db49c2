package dev.rollcall.scim.store.memory;

import dev.rollcall.scim.resource.Collation;
import dev.rollcall.scim.store.Key;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which resources have a key. */
final class KeyIndex {
    private record Entry(String type, String path, String value) {}

    private final Map<Entry, SortedSet<String>> ids = new HashMap<>();

    /** The ids of those who have the key, in order. */
    SortedSet<String> holders(String type, Key key) {
        return ids.getOrDefault(new Entry(type, key.path(), key.value()), Collections.emptySortedSet());
    }

    void add(Row row) {
        for (Key key : row.keys()) {
            ids.computeIfAbsent(entry(row, key), entry -> new TreeSet<>(Collation::compare))
                    .add(row.id());
        }
    }

    void remove(Row row) {
        for (Key key : row.keys()) {
            ids.computeIfPresent(entry(row, key), (entry, holders) -> {
                holders.remove(row.id());
                return holders.isEmpty() ? null : holders;
            });
        }
    }

    private static Entry entry(Row row, Key key) {
        return new Entry(row.type(), key.path(), key.value());
    }
}
