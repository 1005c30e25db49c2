package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.Key;
import java.util.ArrayList;
import java.util.List;

/**
 * A key as the table of keys holds it.
 *
 * @param path the attribute, or that of {@link #longPath} if the row is there for its text alone
 * @param value the value as {@link KeyText} makes it
 * @param unique whether the table keeps it unique
 * @param text the whole of a value that is kept in part everywhere else; otherwise empty
 */
record KeyRow(String path, String value, boolean unique, String text) {
    private static final String NO_TEXT = "";

    /** The rows of a resource with the keys. */
    static List<KeyRow> of(List<Key> keys) {
        List<KeyRow> rows = new ArrayList<>(keys.size());
        for (Key key : keys) {
            String text = KeyText.isLong(key.value()) ? key.value() : NO_TEXT;
            if (isInTable(key)) {
                rows.add(new KeyRow(key.path(), KeyText.of(key.value()), key.unique(), text));
            }
            if (!text.isEmpty() && KeyColumn.of(key).isPresent()) {
                rows.add(new KeyRow(longPath(key.path()), KeyText.of(key.value()), false, text));
            }
        }
        return rows;
    }

    /** Under what path the whole texts are of which a column has a part; no attribute has a blank in its name. */
    static String longPath(String path) {
        return "long " + path;
    }

    /** A column keeps only user names unique. */
    private static boolean isInTable(Key key) {
        return KeyColumn.of(key)
                .map(column -> key.unique() && column != KeyColumn.USER_NAME)
                .orElse(true);
    }
}
