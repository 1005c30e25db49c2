package dev.rollcall.scim.jdbi;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table that is copied.
 *
 * @param name its name
 * @param type one of {@link Types}, as the database calls it
 * @param identity whether the database numbers rows in it
 */
record CopyColumn(String name, int type, boolean identity) {
    private static final Set<Integer> WHOLE_NUMBERS = Set.of(Types.BIGINT, Types.INTEGER, Types.SMALLINT);
    private static final Set<Integer> TEXTS = Set.of(Types.VARCHAR, Types.LONGVARCHAR);
    private static final Set<Integer> BYTES = Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY);

    /** Databases call a boolean one or the other. */
    private static final Set<Integer> TRUTHS = Set.of(Types.BOOLEAN, Types.BIT);

    /** Checks that values of the type can be copied without a change. */
    CopyColumn {
        if (Stream.of(WHOLE_NUMBERS, TEXTS, BYTES, TRUTHS).noneMatch(types -> types.contains(type))) {
            throw new IllegalStateException("Columns of the type " + type + " are not copied, such as " + name);
        }
    }

    @Nullable
    Object read(ResultSet row, int index) throws SQLException {
        if (TEXTS.contains(type)) {
            return row.getString(index);
        }
        if (BYTES.contains(type)) {
            return row.getBytes(index);
        }
        if (TRUTHS.contains(type)) {
            boolean truth = row.getBoolean(index);
            return row.wasNull() ? null : (Object) truth;
        }
        long number = row.getLong(index);
        return row.wasNull() ? null : (Object) number;
    }

    void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, type);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else if (value instanceof Long number) {
            statement.setLong(index, number);
        } else if (value instanceof Boolean truth) {
            statement.setBoolean(index, truth);
        } else {
            statement.setString(index, value.toString());
        }
    }

    /** About how many bytes a value takes in memory. */
    static int size(@Nullable Object value) {
        return value instanceof byte[] bytes ? bytes.length : value instanceof String text ? text.length() : Long.BYTES;
    }
}
