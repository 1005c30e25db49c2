package dev.rollcall.benchmarks.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads as a careful author would by hand: the statements of a log, with plain JDBC, and every column of every row. */
public final class Replay {
    private Replay() {}

    /** Runs queries one after the other on a connection; gives how many rows they had. */
    public static int read(Connection connection, List<StatementLog.Executed> queries) throws SQLException {
        int rows = 0;
        for (StatementLog.Executed query : queries) {
            try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
                for (Map.Entry<Integer, @Nullable Object> parameter :
                        query.parameters().entrySet()) {
                    bind(connection, statement, parameter.getKey(), parameter.getValue());
                }
                try (ResultSet result = statement.executeQuery()) {
                    rows += readAll(result);
                }
            }
        }
        return rows;
    }

    private static void bind(Connection connection, PreparedStatement statement, int number, @Nullable Object value)
            throws SQLException {
        if (value instanceof String text) {
            statement.setString(number, text);
        } else if (value instanceof Long whole) {
            statement.setLong(number, whole);
        } else if (value instanceof StatementLog.ArrayValue array) {
            statement.setArray(number, connection.createArrayOf(array.type(), array.elements()));
        } else {
            statement.setObject(number, value);
        }
    }

    private static int readAll(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        int count = columns.getColumnCount();
        int[] types = new int[count];
        for (int i = 0; i < count; i++) {
            types[i] = columns.getColumnType(i + 1);
        }
        int rows = 0;
        while (result.next()) {
            rows++;
            for (int i = 0; i < count; i++) {
                switch (types[i]) {
                    case Types.BIGINT, Types.INTEGER -> result.getLong(i + 1);
                    case Types.BINARY, Types.VARBINARY -> result.getBytes(i + 1);
                    default -> result.getString(i + 1);
                }
            }
        }
        return rows;
    }
}
