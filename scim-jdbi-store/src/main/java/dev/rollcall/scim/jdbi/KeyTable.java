package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.StoredResource;
import java.util.List;

/** The table of keys: those that columns cannot hold, or cannot keep unique. */
final class KeyTable {
    private KeyTable() {}

    /** The keys of a resource that belong into the table. */
    static List<Key> keysOf(StoredResource stored) {
        return stored.keys().stream().filter(KeyTable::belongs).toList();
    }

    private static boolean belongs(Key key) {
        return KeyColumn.of(key)
                .map(column -> key.unique() && column != KeyColumn.USER_NAME)
                .orElse(true);
    }
}
