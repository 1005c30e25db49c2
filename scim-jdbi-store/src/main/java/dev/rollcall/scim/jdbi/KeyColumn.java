package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.Key;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A key with a column of its own, since nearly every resource has it or is looked up by it. */
enum KeyColumn {
    USER_NAME("userName", "user_name"),
    EXTERNAL_ID("externalId", "external_id"),
    DISPLAY_NAME("displayName", "display_name");

    private final String path;
    private final String column;

    KeyColumn(String path, String column) {
        this.path = path;
        this.column = column;
    }

    /** The column that holds the key; empty if its place is in the table of keys. */
    static Optional<KeyColumn> of(Key key) {
        for (KeyColumn candidate : values()) {
            // The column of user names admits each once, so it is no place for those that are not unique.
            if (candidate.path.equals(key.path()) && (candidate != USER_NAME || key.unique())) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** The column's name, also that of its parameter. */
    String column() {
        return column;
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
