package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.Capabilities;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Store} in a relational database, H2 from 2.4 on or PostgreSQL from 15 on. Thread-safe; several nodes can share a database. A
 * unit of work is a transaction on one connection, in the isolation of the {@link DataSource}, which must be read
 * committed or more. The host owns the DataSource and closes it.
 *
 * <p>H2 writes to its file up to {@code WRITE_DELAY} after a commit, half a second unless set: a process that is killed
 * loses what it answered since. Where that must not be, the URL says {@code ;WRITE_DELAY=0}.
 */
public final class JdbiStore implements Store {
    private final Connections connections;
    private final TenantCache tenants = new TenantCache();
    private final ThreadLocal<@Nullable JdbiUnitOfWork> current = new ThreadLocal<>();

    private JdbiStore(Connections connections) {
        this.connections = connections;
    }

    /** Starts a store on the database. */
    public static Builder builder(DataSource dataSource) {
        return new Builder(dataSource);
    }

    @Override
    public <T> T write(Function<UnitOfWork, T> work) {
        if (current.get() != null) {
            throw new IllegalStateException("This thread is within a unit of work already, and they do not nest");
        }
        return connections.inTransaction(statements -> {
            JdbiUnitOfWork unit = new JdbiUnitOfWork(statements, tenants, true);
            T result = within(unit, work);
            unit.complete();
            return result;
        });
    }

    @Override
    public <T> T read(Function<UnitOfWork, T> work) {
        JdbiUnitOfWork outer = current.get();
        return outer != null
                ? nested(outer.reading(), work)
                : connections.inAutoCommit(statements -> within(new JdbiUnitOfWork(statements, tenants, false), work));
    }

    /** Looks at one row at most, on a connection of its own: tables that are missing are a reason not to answer. */
    @Override
    public void check() {
        connections.inAutoCommit(statements ->
                statements.run(handle -> handle.select("select 1 from scim_tenant fetch first 1 rows only")
                        .mapTo(Integer.class)
                        .findFirst()));
    }

    private <T> T within(JdbiUnitOfWork unit, Function<UnitOfWork, T> work) {
        current.set(unit);
        try {
            return nested(unit, work);
        } finally {
            current.remove();
        }
    }

    private static <T> T nested(JdbiUnitOfWork unit, Function<UnitOfWork, T> work) {
        try {
            return work.apply(unit);
        } finally {
            unit.end();
        }
    }

    /** Kept in the table {@code scim_secret}, as it is: whoever reads the database has it. */
    @Override
    public Optional<byte[]> secret(String name) {
        return Optional.of(new Secrets(connections).get(name));
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(true, true, true, connections.dialect().durable());
    }

    /** Configures a {@link JdbiStore}. Not thread-safe. */
    public static final class Builder {
        private final DataSource dataSource;
        private boolean migrate;

        private Builder(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        /**
         * Whether to bring the tables up to date first; false unless said. Several nodes may do so at once, each with
         * two connections at a time. A host with a migration tool of its own runs the files under {@code
         * rollcall-migrations} instead.
         */
        public Builder migrate(boolean newMigrate) {
            this.migrate = newMigrate;
            return this;
        }

        /**
         * The store.
         *
         * @throws IllegalArgumentException if the database is none that the store knows
         * @throws IllegalStateException if a migration fails, or one that was applied has been changed since, or a copy
         *     into the database has not come to its end
         */
        public JdbiStore build() {
            Connections connections = Connections.to(dataSource);
            if (migrate) {
                new Migrator(connections).run();
            }
            if (connections.inAutoCommit(statements -> statements.jdbc(CopyMark::isSet))) {
                throw new IllegalStateException("A copy into this database has not come to its end, so that it is not"
                        + " complete: run the copy again, into an empty database or schema");
            }
            return new JdbiStore(connections);
        }
    }
}
