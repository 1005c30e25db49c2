package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.ConflictException;
import dev.rollcall.scim.store.DuplicateKeyException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Runs statements on one connection, and says what goes wrong in the words of the store. Belongs to one thread. */
final class Statements {
    private final Handle handle;
    private final Dialect dialect;
    private @Nullable ConflictException lost;
    private boolean open = true;

    Statements(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    /** Runs a statement through JDBI; what every request needs takes the short ways below. */
    <T> T run(Function<Handle, T> statement) {
        requireUsable();
        try {
            return statement.apply(handle);
        } catch (JdbiException e) {
            throw translated(e);
        }
    }

    /** The rows of a query. */
    <T> List<T> list(Sql query, RowReader<T> reader) {
        requireUsable();
        return jdbc(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(query.text())) {
                query.bind(statement);
                try (ResultSet rows = statement.executeQuery()) {
                    List<T> list = new ArrayList<>();
                    while (rows.next()) {
                        list.add(reader.read(rows));
                    }
                    return list;
                }
            }
        });
    }

    /** The only row of a query, if there is one. */
    <T> Optional<T> first(Sql query, RowReader<T> reader) {
        return list(query, reader).stream().findFirst();
    }

    /** How many rows a statement wrote. */
    int update(Sql sql) {
        requireUsable();
        return jdbc(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
                sql.bind(statement);
                return statement.executeUpdate();
            }
        });
    }

    /** How many rows a statement wrote with each of the lists of values; there is at least one. */
    int[] batch(String sql, List<List<@Nullable Object>> values) {
        requireUsable();
        return jdbc(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (List<@Nullable Object> each : values) {
                    Sql.bind(statement, each);
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    /** What code of the host does on the connection. */
    <T> T guarded(Supplier<T> work) {
        requireUsable();
        try {
            return work.get();
        } catch (DuplicateKeyException e) {
            // Its cause looks like a lost race.
            throw e;
        } catch (RuntimeException e) {
            throw translated(e);
        }
    }

    /** The same, undone if it fails, so that the rest of the transaction can go on. */
    <T> T undoneAlone(Supplier<T> work) {
        requireUsable();
        Savepoint before = jdbc(Connection::setSavepoint);
        try {
            T result = guarded(work);
            jdbc(connection -> {
                connection.releaseSavepoint(before);
                return true;
            });
            return result;
        } catch (Throwable failure) {
            if (!isLost()) {
                jdbc(connection -> {
                    connection.rollback(before);
                    return true;
                });
            }
            throw failure;
        }
    }

    void commit() {
        requireNotLost();
        jdbc(connection -> {
            connection.commit();
            return true;
        });
    }

    <T> T jdbc(Call<T> call) {
        try {
            return call.on(handle.getConnection());
        } catch (SQLException e) {
            throw translated(new IllegalStateException("The database failed: " + e.getMessage(), e));
        }
    }

    /** Whether the database may have rolled back. */
    boolean isLost() {
        return lost != null;
    }

    void end() {
        open = false;
    }

    void requireOpen() {
        if (!open) {
            throw new IllegalStateException("The unit of work has ended");
        }
    }

    private void requireUsable() {
        requireOpen();
        requireNotLost();
    }

    /** A database may have rolled back already: nothing that comes after may commit by itself. */
    private void requireNotLost() {
        if (lost != null) {
            throw new ConflictException("The unit of work has lost a race before", lost);
        }
    }

    private RuntimeException translated(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && dialect.isConflict(sql)) {
                lost = new ConflictException(sql.getMessage(), failure);
                return lost;
            }
        }
        return failure;
    }

    /** Something done with a connection. */
    interface Call<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Makes something of the row that a result stands at. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
