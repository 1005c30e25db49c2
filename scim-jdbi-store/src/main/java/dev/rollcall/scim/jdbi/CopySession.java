package dev.rollcall.scim.jdbi;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** A connection during a copy, with a transaction around all of it; it goes back as it was lent. */
final class CopySession implements AutoCloseable {
    private static final int FETCH = 200;

    private final Connection connection;
    private final CopyRules rules;
    private final boolean autoCommit;
    private final int isolation;

    CopySession(Connection connection, CopyRules rules) throws SQLException {
        this.connection = connection;
        this.rules = rules;
        this.autoCommit = connection.getAutoCommit();
        this.isolation = connection.getTransactionIsolation();
    }

    Connection connection() {
        return connection;
    }

    void begin() throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(rules.snapshot());
        execute(rules.streaming());
    }

    /** A statement whose result is not held in memory. */
    Statement streaming() throws SQLException {
        Statement statement = connection.createStatement();
        statement.setFetchSize(FETCH);
        return statement;
    }

    /** Others may still read. */
    void lock(List<CopyTable> tables) throws SQLException {
        if (!rules.lock().isEmpty()) {
            execute(rules.lock().formatted(tables.stream().map(CopyTable::name).collect(Collectors.joining(", "))));
        }
    }

    void requireEmpty(List<CopyTable> tables) throws SQLException {
        for (CopyTable table : tables) {
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("select 1 from " + table.name() + " fetch first 1 rows only")) {
                if (row.next()) {
                    throw new IllegalStateException("The target is not empty: there are rows in " + table.name()
                            + "; drop its tables, or choose another database or schema");
                }
            }
        }
    }

    private void execute(String sql) throws SQLException {
        if (!sql.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        execute(rules.gathering());
        connection.rollback();
        connection.setTransactionIsolation(isolation);
        connection.setAutoCommit(autoCommit);
    }
}
