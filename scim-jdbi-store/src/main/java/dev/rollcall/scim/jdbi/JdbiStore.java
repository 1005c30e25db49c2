package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.provisioning.store.ProvisioningStore;
import dev.rollcall.scim.provisioning.store.ProvisioningUnit;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.store.Capabilities;
import dev.rollcall.scim.store.Endings;
import dev.rollcall.scim.store.PushDown;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.UnitOfWork;
import java.sql.Connection;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Store} and {@link ProvisioningStore} in a relational database, H2 from 2.4 on or PostgreSQL from 15 on. Thread-safe; several nodes can share a database. A
 * unit of work is a transaction on one connection, in the isolation of the {@link DataSource}, which must be read
 * committed or more. The host owns the DataSource and closes it.
 *
 * <p>H2 writes to its file up to {@code WRITE_DELAY} after a commit, half a second unless set: a process that is killed
 * loses what it answered since. Where that must not be, the URL says {@code ;WRITE_DELAY=0}.
 */
public final class JdbiStore implements Store, ProvisioningStore {
    private final Connections connections;
    private final PushDown pushDown;
    private final @Nullable Function<Connection, ResourceStore> resources;
    private final Optional<SchemaRegistry> schemas;
    private final TenantCache tenants = new TenantCache();
    private final ThreadLocal<@Nullable JdbiUnitOfWork> current = new ThreadLocal<>();
    private final ThreadLocal<@Nullable HostTransaction> joined = new ThreadLocal<>();

    private JdbiStore(Connections connections, @Nullable Function<Connection, ResourceStore> resources) {
        this.connections = connections;
        this.resources = resources;
        this.schemas = resources == null
                ? Optional.empty()
                : connections.inAutoCommit(statements -> statements.jdbc(
                        connection -> resources.apply(connection).schemas()));
        this.pushDown = new JdbiPushDown(connections.dialect());
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
        HostTransaction host = joined.get();
        Endings endings = new Endings();
        return endings.around(() -> host != null
                ? host.write(endings, unit -> complete(unit, work))
                : connections.inTransaction(
                        statements -> complete(new JdbiUnitOfWork(this, statements, tenants, true, endings), work)));
    }

    private <T> T complete(JdbiUnitOfWork unit, Function<UnitOfWork, T> work) {
        T result = within(unit, work);
        unit.complete();
        return result;
    }

    @Override
    public <T> T read(Function<UnitOfWork, T> work) {
        Endings endings = new Endings();
        return endings.around(() -> read(endings, work));
    }

    private <T> T read(Endings endings, Function<UnitOfWork, T> work) {
        JdbiUnitOfWork outer = current.get();
        if (outer != null) {
            return nested(outer.reading(endings), work);
        }
        HostTransaction host = joined.get();
        return host != null
                ? within(host.reading(endings), work)
                : connections.inAutoCommit(
                        statements -> within(new JdbiUnitOfWork(this, statements, tenants, false, endings), work));
    }

    /**
     * Does the work while this thread's units of work are in the host's own transaction: they see what the host has
     * written on the connection, and are committed or rolled back with it, by the host, which also closes it. A unit of
     * work that fails is undone alone, and the transaction can go on. What others do on their threads has nothing to do
     * with it. A host with JDBI gives {@code handle.getConnection()}.
     *
     * <p>The work may be anything on this store, such as a request that a server on it handles; its answer has to be
     * written within the work too, since members of groups are read while it is.
     *
     * @param connection to the database of this store, with a transaction begun, and used by nobody else meanwhile
     * @throws IllegalStateException if the connection commits by itself, if this thread is within a unit of work or has
     *     joined a transaction already; or, within the work, if the transaction lost a race to another: then the host
     *     rolls it back and does all of it again
     */
    public <T> T joining(Connection connection, Supplier<T> work) {
        if (current.get() != null || joined.get() != null) {
            throw new IllegalStateException(
                    "This thread is within a unit of work or a transaction of the host already");
        }
        return connections.on(connection, statements -> {
            joined.set(new HostTransaction(this, statements));
            try {
                return work.get();
            } finally {
                joined.remove();
            }
        });
    }

    /** Looks at one row at most, on a connection of its own: tables that are missing are a reason not to answer. */
    @Override
    public void check() {
        connections.inAutoCommit(statements ->
                statements.run(handle -> handle.select("select 1 from scim_tenant fetch first 1 rows only")
                        .mapTo(Integer.class)
                        .findFirst()));
        if (resources != null) {
            read(unit -> {
                unit.resources().check();
                return true;
            });
        }
    }

    /** The resources in the host's own tables, if that is where they are. */
    Optional<ResourceStore> hostResources(JdbiUnitOfWork unit) {
        return Optional.ofNullable(resources)
                .map(host -> new HostResources(unit, unit.statements().jdbc(host::apply)));
    }

    @Override
    public Optional<SchemaRegistry> schemas() {
        return schemas;
    }

    @Override
    public ProvisioningUnit in(UnitOfWork unit) {
        if (unit instanceof JdbiUnitOfWork mine && mine.isOf(this)) {
            return new JdbiProvisioning(new ProvisioningRows(mine));
        }
        throw new IllegalArgumentException("The unit of work belongs to another store");
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
        boolean own = resources == null;
        return new Capabilities(true, own, own, connections.dialect().durable());
    }

    @Override
    public Optional<PushDown> pushDown() {
        return resources == null ? Optional.of(pushDown) : Optional.empty();
    }

    /** Configures a {@link JdbiStore}. Not thread-safe. */
    public static final class Builder {
        private final DataSource dataSource;
        private boolean migrate;
        private @Nullable Function<Connection, ResourceStore> resources;

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
         * Resources that the host keeps in tables of its own in the same database: they are committed or rolled back
         * together with what provisioning keeps. The store of resources is made for each unit of work, on its connection, which it must
         * neither commit nor roll back nor close; a call that fails is undone alone. It is like one of {@link Store#of}
         * otherwise: members are in the documents of groups, filters are answered by core, and there are no locks to rely
         * on. A host with JDBI gives {@code connection -> new MyResources(Jdbi.create(connection))}. The tables of
         * resources that the migrations make stay empty.
         */
        public Builder resources(Function<Connection, ResourceStore> newResources) {
            this.resources = Objects.requireNonNull(newResources);
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
            return new JdbiStore(connections, resources);
        }
    }
}
