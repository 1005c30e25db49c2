package dev.rollcall.benchmarks.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.benchmarks.database.LoggedConnection;
import dev.rollcall.benchmarks.database.Pool;
import dev.rollcall.benchmarks.http.LocalClient;
import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.jdbi.JdbiStore;
import dev.rollcall.scim.protocol.ScimService;
import dev.rollcall.scim.schema.ResourceType;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A service with its store in this process.
 *
 * @param dataSource what the store was given, for what is written by hand beside it
 * @param closing closes it
 */
record Node(DataSource dataSource, JdbiStore store, ScimService service, Closing closing) implements AutoCloseable {

    /** What closes a node. */
    interface Closing {
        void close() throws SQLException;
    }

    /** On a pool, to be timed. */
    static Node pooled(String url) {
        HikariDataSource pool = Pool.open(url);
        return on(pool, true, pool::close);
    }

    /** On one connection that is logged, to be counted. */
    static Node logged(String url) throws SQLException {
        LoggedConnection connection = LoggedConnection.to(url);
        // One connection is not enough to migrate with, and the tables are there.
        return on(connection, false, connection::close);
    }

    private static Node on(DataSource dataSource, boolean migrate, Closing closing) {
        JdbiStore store = JdbiStore.builder(dataSource).migrate(migrate).build();
        return new Node(
                dataSource, store, Rollcall.builder().store(store).build().scim(), closing);
    }

    LocalClient client(String tenant) {
        return new LocalClient(service, LocalClient.callerOf(tenant));
    }

    ResourceType type(String name) {
        return service.settings().registry().resourceTypes().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws SQLException {
        closing.close();
    }
}
