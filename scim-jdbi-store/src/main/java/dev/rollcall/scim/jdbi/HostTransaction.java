package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.Endings;
import java.sql.Connection;
import java.sql.Savepoint;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The host's own transaction on one connection, which units of work join: each is undone alone if it fails, and none is
 * committed. Belongs to one thread.
 */
final class HostTransaction {
    private final JdbiStore store;
    private final Statements statements;
    /** One of its own, since the host may roll back tenants that were made here. */
    private final TenantCache tenants = new TenantCache();

    HostTransaction(JdbiStore store, Statements statements) {
        this.store = store;
        this.statements = statements;
        if (statements.jdbc(Connection::getAutoCommit)) {
            throw new IllegalStateException("The connection has no transaction to join: it commits each statement by"
                    + " itself; begin one first, with setAutoCommit(false)");
        }
    }

    /** A unit of work that only reads. */
    JdbiUnitOfWork reading(Endings endings) {
        return new JdbiUnitOfWork(store, statements, tenants, false, endings);
    }

    /**
     * Does the work in a unit of work of its own.
     *
     * @throws IllegalStateException if the transaction lost a race: what the host did in it may be gone too, so that the
     *     host alone can do all of it again
     */
    <T> T write(Endings endings, Function<JdbiUnitOfWork, T> work) {
        requireNotLost(null);
        Savepoint before = statements.jdbc(Connection::setSavepoint);
        try {
            T result = work.apply(new JdbiUnitOfWork(store, statements, tenants, true, endings));
            requireNotLost(null);
            statements.jdbc(connection -> {
                connection.releaseSavepoint(before);
                return true;
            });
            return result;
        } catch (Throwable failure) {
            requireNotLost(failure);
            statements.jdbc(connection -> {
                connection.rollback(before);
                return true;
            });
            throw failure;
        }
    }

    /** No conflict of the store: who tried again would go on without what the database has rolled back. */
    private void requireNotLost(@Nullable Throwable failure) {
        if (statements.isLost()) {
            throw new IllegalStateException(
                    "The host's transaction lost a race; roll it back and do all of it again", failure);
        }
    }
}
