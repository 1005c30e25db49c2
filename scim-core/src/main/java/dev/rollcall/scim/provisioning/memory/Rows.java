package dev.rollcall.scim.provisioning.memory;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values by their keys; every change can be undone. */
final class Rows<V> {
    private final NavigableMap<RowKey, V> rows = new TreeMap<>();
    private final UndoLog undo;

    Rows(UndoLog undo) {
        this.undo = undo;
    }

    Optional<V> find(RowKey key) {
        return Optional.ofNullable(rows.get(key));
    }

    boolean has(RowKey key) {
        return rows.containsKey(key);
    }

    /** Puts the value in the place of what is there, if anything is. */
    void put(RowKey key, V value) {
        V before = rows.put(key, value);
        undo.push(() -> restore(key, before));
    }

    /** Takes the value away; gives what was there. */
    Optional<V> remove(RowKey key) {
        V before = rows.remove(key);
        if (before != null) {
            undo.push(() -> rows.put(key, before));
        }
        return Optional.ofNullable(before);
    }

    private void restore(RowKey key, @Nullable V before) {
        if (before == null) {
            rows.remove(key);
        } else {
            rows.put(key, before);
        }
    }

    /** All of them, in the order of their keys; not to be changed while they are read. */
    Stream<V> all() {
        return rows.values().stream();
    }

    /** The values whose keys begin like that, in their order. */
    Stream<V> under(RowKey prefix) {
        return within(prefix).values().stream();
    }

    /** The keys that begin like that. */
    Stream<RowKey> keysUnder(RowKey prefix) {
        return within(prefix).keySet().stream();
    }

    /** The values whose keys have one part more than the prefix, behind that part; from the start if it is null. */
    Stream<V> behind(RowKey prefix, @Nullable String after) {
        return after == null
                ? under(prefix)
                : rows.subMap(prefix.and(after), false, prefix.behindAll(), false).values().stream();
    }

    /** The same in the other direction: before that part, from the end if it is null. */
    Stream<V> before(RowKey prefix, @Nullable String after) {
        RowKey end = after == null ? prefix.behindAll() : prefix.and(after);
        return rows.subMap(prefix, true, end, false).descendingMap().values().stream();
    }

    /** Takes away all whose keys begin like that. */
    void removeUnder(RowKey prefix) {
        keysUnder(prefix).toList().forEach(this::remove);
    }

    private NavigableMap<RowKey, V> within(RowKey prefix) {
        return rows.subMap(prefix, true, prefix.behindAll(), false);
    }
}
