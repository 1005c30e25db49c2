package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.Key;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A key with a column of its own, since nearly every resource has it or is looked up by it. */
enum KeyColumn {
    USER_NAME("userName", "user_name", Access.Kind.UNIQUE),
    EXTERNAL_ID("externalId", "external_id", Access.Kind.FEW),
    DISPLAY_NAME("displayName", "display_name", Access.Kind.SHARED);

    private final String path;
    private final String column;
    private final Access.Kind access;

    KeyColumn(String path, String column, Access.Kind access) {
        this.path = path;
        this.column = column;
        this.access = access;
    }

    /** The column that holds the key; empty if its place is in the table of keys. */
    static Optional<KeyColumn> of(Key key) {
        return of(key.path(), key.unique());
    }

    /** The same for the keys at a path. */
    static Optional<KeyColumn> of(String path, boolean unique) {
        for (KeyColumn candidate : values()) {
            // The column of user names admits each once, so it is no place for those that are not unique.
            if (candidate.path.equals(path) && (candidate != USER_NAME || unique)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** The column's name, also that of its parameter. */
    String column() {
        return column;
    }

    /** How many resources have one value in it. */
    Access.Kind access() {
        return access;
    }

    /** What the column holds for a resource with the keys. */
    @Nullable
    String valueAmong(List<Key> keys) {
        return keys.stream()
                .filter(key -> of(key).filter(this::equals).isPresent())
                .map(key -> KeyText.of(key.value()))
                .findFirst()
                .orElse(null);
    }
}
