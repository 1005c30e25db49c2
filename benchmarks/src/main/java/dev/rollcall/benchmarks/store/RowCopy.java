package dev.rollcall.benchmarks.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row as it is, to be inserted again under another name. Immutable.
 *
 * @param insert the statement
 * @param columns the columns that it binds
 * @param values their values
 */
record RowCopy(String insert, List<String> columns, List<@Nullable Object> values) {
    /** The column by which other tables refer to a resource, and which the database fills. */
    static final String KEY = "resource_key";

    private static final String RESOURCES = "scim_resource";

    /** What is another in the new row than in the old one; ids and numbers have the same length. */
    record Renaming(String oldId, String id, String oldNumber, String number) {
        private @Nullable Object of(@Nullable Object value) {
            if (value instanceof String text) {
                return of(text);
            }
            return value instanceof byte[] bytes
                    ? of(new String(bytes, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1)
                    : value;
        }

        private String of(String text) {
            return text.replace(oldId, id).replace(oldNumber, number);
        }
    }

    /** The rows of a table for which the condition holds. */
    static List<RowCopy> of(Connection connection, String table, String condition, Object value) throws SQLException {
        List<RowCopy> rows = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement("select * from " + table + " where " + condition)) {
            statement.setObject(1, value);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(of(table, row));
                }
            }
        }
        return rows;
    }

    private static RowCopy of(String table, ResultSet row) throws SQLException {
        ResultSetMetaData meta = row.getMetaData();
        List<String> columns = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(meta.getColumnName(i).toLowerCase(Locale.ROOT));
            values.add(row.getObject(i));
        }
        List<String> bound = columns.stream()
                .filter(column -> !column.equals(KEY) || !table.equals(RESOURCES))
                .toList();
        String insert = "insert into " + table + " (" + String.join(", ", bound) + ") values ("
                + String.join(", ", Collections.nCopies(bound.size(), "?")) + ")";
        return new RowCopy(insert, columns, Collections.unmodifiableList(values));
    }

    long number(String column) {
        return ((Number) java.util.Objects.requireNonNull(values.get(columns.indexOf(column)))).longValue();
    }

    /** Inserts a resource; gives its key. */
    long insert(Connection connection, Renaming names) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert, new String[] {KEY})) {
            bind(statement, names, 0);
            statement.executeUpdate();
            try (ResultSet key = statement.getGeneratedKeys()) {
                key.next();
                return key.getLong(1);
            }
        }
    }

    /** Inserts rows that refer to a resource, in a batch for those of one table. */
    static void insertAll(Connection connection, List<RowCopy> rows, Renaming names, long key) throws SQLException {
        for (int from = 0; from < rows.size(); ) {
            String sql = rows.get(from).insert();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (; from < rows.size() && rows.get(from).insert().equals(sql); from++) {
                    rows.get(from).bind(statement, names, key);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    }

    private void bind(PreparedStatement statement, Renaming names, long key) throws SQLException {
        int number = 1;
        for (int i = 0; i < columns.size(); i++) {
            boolean refers = columns.get(i).equals(KEY);
            if (refers && key == 0) {
                continue;
            }
            // A key that need not be unique stands in the discriminator too.
            boolean same = refers || columns.get(i).equals("discriminator") && isKey(values.get(i));
            Object value = same ? Long.valueOf(key) : names.of(values.get(i));
            if (value instanceof byte[] bytes) {
                statement.setBytes(number++, bytes);
            } else {
                statement.setObject(number++, value);
            }
        }
    }

    private static boolean isKey(@Nullable Object value) {
        return value instanceof Long whole && whole != 0;
    }
}
