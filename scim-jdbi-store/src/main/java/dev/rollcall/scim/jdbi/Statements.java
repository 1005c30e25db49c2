package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.ConflictException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
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

    /** Runs a statement. */
    <T> T run(Function<Handle, T> statement) {
        requireOpen();
        requireNotLost();
        try {
            return statement.apply(handle);
        } catch (JdbiException e) {
            throw translated(e);
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

    void end() {
        open = false;
    }

    void requireOpen() {
        if (!open) {
            throw new IllegalStateException("The unit of work has ended");
        }
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
}
