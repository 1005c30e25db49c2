package dev.rollcall.scim.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;

/** Lends connections of a DataSource, with or without a transaction around the work. Thread-safe. */
final class Connections {
    private final Jdbi jdbi;
    private final Dialect dialect;

    private Connections(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    static Connections to(DataSource dataSource) {
        Jdbi jdbi = Jdbi.create(dataSource);
        // Some pools lend connections within a transaction, which Jdbi would take for one left open.
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        try (Handle handle = jdbi.open()) {
            Dialect dialect = Dialect.of(handle.getConnection());
            return new Connections(jdbi, dialect);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not say what it is", e);
        }
    }

    Dialect dialect() {
        return dialect;
    }

    <T> T inTransaction(Function<Statements, T> work) {
        return withStatements(statements -> transact(statements, work));
    }

    <T> T inAutoCommit(Function<Statements, T> work) {
        return withStatements(statements -> {
            boolean autoCommit = statements.jdbc(Connection::getAutoCommit);
            if (autoCommit) {
                return work.apply(statements);
            }
            statements.jdbc(connection -> switchAutoCommit(connection, true));
            try {
                return work.apply(statements);
            } finally {
                statements.jdbc(connection -> switchAutoCommit(connection, false));
            }
        });
    }

    /** Works on a connection of the host, in whatever transaction it has, and leaves it open. */
    <T> T on(Connection connection, Function<Statements, T> work) {
        Jdbi host = Jdbi.create(connection);
        host.getConfig(Handles.class).setForceEndTransactions(false);
        return with(host, work);
    }

    private <T> T withStatements(Function<Statements, T> work) {
        return with(jdbi, work);
    }

    private <T> T with(Jdbi jdbi, Function<Statements, T> work) {
        try (Handle handle = jdbi.open()) {
            Statements statements = new Statements(handle, dialect);
            try {
                return work.apply(statements);
            } finally {
                statements.end();
            }
        }
    }

    private static <T> T transact(Statements statements, Function<Statements, T> work) {
        boolean autoCommit = statements.jdbc(Connection::getAutoCommit);
        statements.jdbc(connection -> switchAutoCommit(connection, false));
        T result;
        try {
            result = work.apply(statements);
            statements.commit();
        } catch (Throwable failure) {
            try {
                statements.jdbc(connection -> rollBack(connection, autoCommit));
            } catch (RuntimeException e) {
                // What went wrong first is what the caller must know.
                failure.addSuppressed(e);
            }
            throw failure;
        }
        statements.jdbc(connection -> switchAutoCommit(connection, autoCommit));
        return result;
    }

    private static boolean rollBack(Connection connection, boolean autoCommit) throws SQLException {
        connection.rollback();
        return switchAutoCommit(connection, autoCommit);
    }

    private static boolean switchAutoCommit(Connection connection, boolean autoCommit) throws SQLException {
        if (connection.getAutoCommit() != autoCommit) {
            connection.setAutoCommit(autoCommit);
        }
        return autoCommit;
    }
}
