package dev.rollcall.scim.jdbi;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is put together piece by piece, each with the values of its question marks: texts, numbers, truth
 * values, bytes, null, and arrays of texts or of longs. Not thread-safe.
 */
final class Sql {
    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    static Sql of(String text, @Nullable Object... values) {
        return new Sql().add(text, values);
    }

    Sql add(String more, @Nullable Object... moreValues) {
        text.append(more);
        Collections.addAll(values, moreValues);
        return this;
    }

    Sql add(Sql more) {
        text.append(more.text);
        values.addAll(more.values);
        return this;
    }

    /** Several of them with a word between each two. */
    static Sql joined(List<Sql> parts, String between) {
        Sql sql = new Sql();
        for (int i = 0; i < parts.size(); i++) {
            sql.add(i == 0 ? "" : between).add(parts.get(i));
        }
        return sql;
    }

    /** An array of longs, as a value. */
    static Object longs(Collection<Long> longs) {
        return longs.toArray(Long[]::new);
    }

    String text() {
        return text.toString();
    }

    void bind(PreparedStatement statement) throws SQLException {
        bind(statement, values);
    }

    static void bind(PreparedStatement statement, List<@Nullable Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            bind(statement, i + 1, values.get(i));
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value instanceof String string) {
            statement.setString(index, string);
        } else if (value instanceof Long number) {
            statement.setLong(index, number);
        } else if (value instanceof Integer number) {
            statement.setInt(index, number);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else if (value instanceof Boolean truth) {
            statement.setBoolean(index, truth);
        } else if (value instanceof String[] texts) {
            statement.setArray(index, statement.getConnection().createArrayOf("varchar", texts));
        } else if (value instanceof Long[] longs) {
            statement.setArray(index, statement.getConnection().createArrayOf("bigint", longs));
        } else if (value instanceof Boolean[] truths) {
            statement.setArray(index, statement.getConnection().createArrayOf("boolean", truths));
        } else if (value == null) {
            statement.setNull(index, Types.VARCHAR);
        } else {
            throw new IllegalArgumentException("No value of a statement: " + value.getClass());
        }
    }

    @Override
    public String toString() {
        return text();
    }
}
