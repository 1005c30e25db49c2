package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * A key as part of a statement, with numbered parameters.
 *
 * @param number tells the parameters of several conditions in one statement apart
 */
record KeyCondition(Key key, int number) {
    private static final String JOIN = """

            join scim_key k%1$d on k%1$d.tenant_key = r.tenant_key and k%1$d.resource_key = r.resource_key
                and k%1$d.type = r.type and k%1$d.path = :path%1$d and k%1$d.key_value = :key%1$d""";

    private static final String TAKEN = """
            exists (select 1 from scim_resource r%s
                where r.tenant_key = :tenant and r.type = :type and r.id <> :id%s)""";

    static List<KeyCondition> of(List<Key> keys) {
        List<KeyCondition> conditions = new ArrayList<>(keys.size());
        for (Key key : keys) {
            conditions.add(new KeyCondition(key, conditions.size()));
        }
        return conditions;
    }

    /** What keeps of the rows of the alias {@code r} those that have the key; goes behind {@code from}. */
    String join() {
        return inTable() ? JOIN.formatted(number) : "";
    }

    /** The same, for behind {@code where}. */
    String where() {
        return column().map(column -> " and r." + column.column() + " = :key" + number)
                .orElse("");
    }

    /** The column, if many resources may have the same key in it. */
    Optional<String> sharedColumn() {
        return column().filter(column -> column != KeyColumn.USER_NAME).map(KeyColumn::column);
    }

    /** The condition that another resource than the one bound as {@code id} has the key. */
    String takenByOther() {
        return TAKEN.formatted(join(), where());
    }

    <S extends SqlStatement<S>> S bind(S statement) {
        statement.bind("key" + number, KeyText.of(key.value()));
        return inTable() ? statement.bind("path" + number, key.path()) : statement;
    }

    private Optional<KeyColumn> column() {
        return KeyColumn.of(key);
    }

    private boolean inTable() {
        return column().isEmpty();
    }
}
