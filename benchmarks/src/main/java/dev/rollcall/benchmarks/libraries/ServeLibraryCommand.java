package dev.rollcall.benchmarks.libraries;

import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.benchmarks.database.Pool;
import dev.rollcall.benchmarks.http.LocalClient;
import dev.rollcall.benchmarks.http.ServerProcess;
import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.jdbi.JdbiStore;
import dev.rollcall.scim.provisioning.provider.RequestRate;
import dev.rollcall.scim.servlet.CredentialAuthenticator;
import dev.rollcall.scim.servlet.ScimServlet;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.memory.InMemoryStore;
import jakarta.servlet.http.HttpServlet;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A library, or the limit, in a Jetty in a process of its own, until the standard input ends. */
public final class ServeLibraryCommand {
    private static final String H2 = "jdbc:h2:mem:start;DB_CLOSE_DELAY=-1";

    private ServeLibraryCommand() {}

    /** Serves what the name says: a library in memory, {@code limit}, or one of the two with {@code -h2}. */
    public static void run(String name) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(servlet(name)), ServerProcess.PATH + "/*");
        server.setHandler(context);
        server.start();
        System.out.println(ServerProcess.READY + connector.getLocalPort());
        while (System.in.read() >= 0) {
            // Until whoever started this wants no more.
        }
        server.stop();
        System.exit(0);
    }

    private static HttpServlet servlet(String name) throws Exception {
        return switch (name) {
            case "rollcall" -> rollcall(InMemoryStore.create());
            case "scim-sdk" -> new ServiceServlet(ScimSdkService.empty());
            case "scimple" -> new ServiceServlet(ScimpleService.empty());
            case "limit" -> BareServlet.sending();
            case "rollcall-h2" ->
                rollcall(JdbiStore.builder(pool()).migrate(true).build());
            case "limit-h2" -> BareServlet.asking(pool());
            default -> throw new IllegalArgumentException("There is no server " + name);
        };
    }

    private static HikariDataSource pool() {
        return Pool.open(H2);
    }

    private static ScimServlet rollcall(Store store) {
        return ScimServlet.builder(Rollcall.builder().store(store).build())
                .requestRate(RequestRate.UNLIMITED)
                .authenticator(CredentialAuthenticator.of(credential -> Optional.of(LocalClient.callerOf("acme"))))
                .build();
    }
}
