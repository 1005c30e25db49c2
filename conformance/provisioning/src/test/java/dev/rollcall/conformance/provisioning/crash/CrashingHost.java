package dev.rollcall.conformance.provisioning.crash;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.RollcallBuilder;
import dev.rollcall.scim.jdbi.JdbiStore;
import dev.rollcall.scim.provisioning.Role;
import dev.rollcall.scim.provisioning.admin.CreatedProvider;
import dev.rollcall.scim.provisioning.event.ProvisioningEvent;
import dev.rollcall.scim.provisioning.mapping.OrganizationMapping;
import dev.rollcall.scim.provisioning.provider.ProviderSettings;
import dev.rollcall.scim.provisioning.provider.RequestRate;
import dev.rollcall.scim.servlet.ScimServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A host application in a process of its own that is there to be killed. It writes what it hears of into a file, and says on
 * its output where it is and how to log in.
 */
final class CrashingHost {
    static final String TENANT = "acme";
    static final String READY = "READY ";

    private CrashingHost() {}

    /** @param arguments the URL of the database, and the file for what it hears of */
    public static void main(String[] arguments) throws Exception {
        Path heard = Path.of(arguments[1]);
        Rollcall rollcall = builder(pool(arguments[0]))
                .listener(event -> append(heard, event))
                .build();
        if (rollcall.tenants().find(TENANT).isEmpty()) {
            rollcall.tenants().create(TENANT, "Acme");
        }
        // One provider for each life of the process; they push into the same organizations.
        CreatedProvider provider = rollcall.providers(TENANT)
                .add(ProviderSettings.named("Provider " + System.nanoTime())
                        .with(to -> to.deactivationDelay(Duration.ofMillis(100)).requestRate(RequestRate.UNLIMITED)));
        rollcall.mappings(TENANT, provider.id())
                .organizations(OrganizationMapping.byAttribute("title")
                        .fallback(rollcall.organizations(TENANT).defaultOrganization()));
        Server jetty = new Server();
        ServerConnector connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(ScimServlet.of(rollcall)), "/scim/v2/*");
        jetty.setHandler(context);
        jetty.start();
        System.out.println(READY + "http://127.0.0.1:" + connector.getLocalPort() + "/scim/v2 " + provider.userName()
                + " " + provider.password());
        jetty.join();
    }

    static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(8);
        return new HikariDataSource(config);
    }

    static RollcallBuilder builder(DataSource database) {
        return Rollcall.builder()
                .store(JdbiStore.builder(database).migrate(true).build())
                .roles(List.of(Role.of("admin", "Administrator")));
    }

    static synchronized void append(Path file, ProvisioningEvent event) {
        try {
            // Of a process that is killed, what was written is there.
            Files.writeString(
                    file,
                    event.id() + " " + event.subject() + " " + event.type() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
