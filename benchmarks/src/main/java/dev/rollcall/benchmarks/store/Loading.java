package dev.rollcall.benchmarks.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.benchmarks.Settings;
import dev.rollcall.benchmarks.database.DatabaseServer;
import dev.rollcall.benchmarks.database.Pool;
import dev.rollcall.benchmarks.http.ServerProcess;
import dev.rollcall.benchmarks.load.Loader;
import dev.rollcall.benchmarks.load.TenantData;
import dev.rollcall.benchmarks.load.TenantPlan;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the tenants that are there already, or loads them through a server.
 *
 * @param data the folder of what is remembered about them
 * @param out is told what is loaded
 */
record Loading(Settings settings, DatabaseServer databases, Path data, PrintStream out) {

    Site.Tenants tenants() throws Exception {
        TenantPlan large = TenantPlan.large(settings.users(), settings.memberships());
        List<TenantData> small = database(List.of(large.few()));
        // The tenth comes first: when the rate of the large one is measured, everything is warm.
        List<TenantData> main = database(List.of(large.tenth(), large));
        return new Site.Tenants(main.get(1), main.get(0), small.get(0));
    }

    /** The tenants of one database. */
    private List<TenantData> database(List<TenantPlan> plans) throws Exception {
        List<TenantData> present = new ArrayList<>();
        for (TenantPlan plan : plans) {
            if (Files.exists(file(plan))) {
                TenantData tenant = TenantData.read(file(plan));
                if (tenant.plan().equals(plan)) {
                    present.add(tenant);
                }
            }
        }
        return present.size() == plans.size() ? present : load(plans);
    }

    private List<TenantData> load(List<TenantPlan> plans) throws Exception {
        String database = plans.get(0).database();
        for (TenantPlan plan : plans) {
            Files.deleteIfExists(file(plan));
        }
        databases.create(database);
        List<TenantData> loaded = new ArrayList<>();
        try (ServerProcess server = ServerProcess.start(databases.url(database), -1)) {
            Loader loader = new Loader(server::connect, databases.fsync());
            for (TenantPlan plan : plans) {
                out.println("Loading " + plan);
                loaded.add(loader.load(plan, settings.seed()));
            }
        }
        try (HikariDataSource pool = Pool.open(databases.url(database));
                Connection connection = pool.getConnection()) {
            databases.settle(connection);
        }
        for (TenantData tenant : loaded) {
            tenant.write(file(tenant.plan()));
        }
        return loaded;
    }

    private Path file(TenantPlan plan) {
        return data.resolve(plan.tenant() + ".json");
    }
}
