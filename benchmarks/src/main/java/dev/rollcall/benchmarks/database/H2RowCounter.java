package dev.rollcall.benchmarks.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Supplier;

/** H2's query statistics: rows that came out of statements, or that they changed; not those that they scanned. */
record H2RowCounter(Supplier<Connection> connection) implements RowCounter {
    private static final String SUM = """
            select coalesce(sum(cumulative_row_count), 0)
            from information_schema.query_statistics
            where lower(sql_statement) not like '%query_statistics%'""";

    @Override
    public void begin() throws SQLException {
        try (Statement statement = connection.get().createStatement()) {
            statement.execute("set query_statistics false");
            statement.execute("set query_statistics true");
        }
    }

    @Override
    public Map<String, Rows> end() throws SQLException {
        try (Statement statement = connection.get().createStatement();
                ResultSet row = statement.executeQuery(SUM)) {
            row.next();
            return Map.of("all", new Rows(row.getLong(1), 0));
        }
    }
}
