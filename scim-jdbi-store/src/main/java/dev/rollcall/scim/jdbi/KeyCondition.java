package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A key as part of a statement.
 *
 * @param number tells the tables of several conditions in one statement apart
 */
record KeyCondition(Key key, int number) {
    private static final String JOIN = """

            join scim_key k%1$d on k%1$d.tenant_key = r.tenant_key and k%1$d.resource_key = r.resource_key
                and k%1$d.type = r.type and k%1$d.path = ? and k%1$d.key_value = ?""";

    static List<KeyCondition> of(List<Key> keys) {
        List<KeyCondition> conditions = new ArrayList<>(keys.size());
        for (Key key : keys) {
            conditions.add(new KeyCondition(key, conditions.size()));
        }
        return conditions;
    }

    /** What keeps of the rows of the alias {@code r} those that have the key; goes behind {@code from}. */
    Sql join() {
        return column().isEmpty() ? Sql.of(JOIN.formatted(number), key.path(), text()) : new Sql();
    }

    /** The same, for behind {@code where}. */
    Sql where() {
        return column().map(column -> Sql.of(" and r." + column.column() + " = ?", text()))
                .orElseGet(Sql::new);
    }

    /** The column, if many resources may have the same key in it. */
    Optional<String> sharedColumn() {
        return column().filter(column -> column != KeyColumn.USER_NAME).map(KeyColumn::column);
    }

    /** The condition that another resource of the type has the key. */
    Sql takenByOther(long tenant, String type, String id) {
        return Sql.of("exists (select 1 from scim_resource r")
                .add(join())
                .add(" where r.tenant_key = ? and r.type = ? and r.id <> ?", tenant, type, id)
                .add(where())
                .add(")");
    }

    private String text() {
        return KeyText.of(key.value());
    }

    private Optional<KeyColumn> column() {
        return KeyColumn.of(key);
    }
}
