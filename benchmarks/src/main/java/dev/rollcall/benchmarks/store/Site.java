package dev.rollcall.benchmarks.store;

import dev.rollcall.benchmarks.Settings;
import dev.rollcall.benchmarks.database.DatabaseServer;
import dev.rollcall.benchmarks.http.LocalClient;
import dev.rollcall.benchmarks.http.ServerProcess;
import dev.rollcall.benchmarks.load.TenantData;
import dev.rollcall.benchmarks.measure.Plan;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where rows are measured: loaded tenants, and what runs on them, either in this process or in one of its own, since a
 * file of H2 belongs to one process. Belongs to one thread.
 */
final class Site implements AutoCloseable {
    private final Settings settings;
    private final DatabaseServer databases;
    private final Tenants tenants;
    private final Map<String, Node> nodes = new HashMap<>();
    private @Nullable ServerProcess server;

    Site(Settings settings, DatabaseServer databases, Tenants tenants) {
        this.settings = settings;
        this.databases = databases;
        this.tenants = tenants;
    }

    /** The tenants, all loaded. */
    record Tenants(TenantData large, TenantData medium, TenantData small) {}

    Settings settings() {
        return settings;
    }

    DatabaseServer databases() {
        return databases;
    }

    TenantData large() {
        return tenants.large();
    }

    TenantData medium() {
        return tenants.medium();
    }

    TenantData small() {
        return tenants.small();
    }

    String url(TenantData tenant) {
        return databases.url(tenant.plan().database());
    }

    /** How a comparison goes here. */
    Plan plan() {
        return Plan.lasting(settings.time(), settings.seed()).ofBlocks(settings.pairs());
    }

    /** The node in this process that has the tenant. */
    Node node(TenantData tenant) throws IOException {
        stopServer();
        return nodes.computeIfAbsent(url(tenant), Node::pooled);
    }

    LocalClient client(TenantData tenant) throws IOException {
        return node(tenant).client(tenant.plan().tenant());
    }

    /** A server in a process of its own, on the database of the large tenant. */
    ServerProcess server(int core) throws IOException, SQLException {
        closeNodes();
        stopServer();
        server = ServerProcess.start(url(large()), core);
        return server;
    }

    /** Gives all databases free, for another process. */
    void release() throws IOException, SQLException {
        closeNodes();
        stopServer();
    }

    private void closeNodes() throws SQLException {
        for (Node node : nodes.values()) {
            node.close();
        }
        nodes.clear();
    }

    private void stopServer() throws IOException {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        release();
    }
}
