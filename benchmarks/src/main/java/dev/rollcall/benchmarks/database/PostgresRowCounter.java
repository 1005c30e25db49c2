package dev.rollcall.benchmarks.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** PostgreSQL's cumulative statistics, which count every row and index entry that a plan looked at. */
final class PostgresRowCounter implements RowCounter {
    private static final String COUNTS = """
            select t.relname,
                t.seq_tup_read + coalesce(t.idx_tup_fetch, 0)
                    + coalesce((select sum(i.idx_tup_read) from pg_stat_user_indexes i where i.relid = t.relid), 0),
                t.n_tup_ins + t.n_tup_upd + t.n_tup_del
            from pg_stat_user_tables t
            where t.relname like 'scim%'""";

    private final Supplier<Connection> connection;
    private Map<String, Rows> before = Map.of();

    PostgresRowCounter(Supplier<Connection> connection) {
        this.connection = connection;
    }

    @Override
    public void begin() throws SQLException {
        before = counts();
    }

    @Override
    public Map<String, Rows> end() throws SQLException {
        Map<String, Rows> touched = new TreeMap<>();
        counts().forEach((table, after) -> {
            Rows then = before.getOrDefault(table, new Rows(0, 0));
            Rows rows = new Rows(after.read() - then.read(), after.written() - then.written());
            if (rows.read() + rows.written() > 0) {
                touched.put(table, rows);
            }
        });
        return touched;
    }

    private Map<String, Rows> counts() throws SQLException {
        Map<String, Rows> counts = new TreeMap<>();
        try (Statement statement = connection.get().createStatement()) {
            // A session reports what it counted once a second, unless told to.
            statement.execute("select pg_stat_force_next_flush()");
            try (ResultSet row = statement.executeQuery(COUNTS)) {
                while (row.next()) {
                    counts.put(row.getString(1), new Rows(row.getLong(2), row.getLong(3)));
                }
            }
        }
        return counts;
    }
}
