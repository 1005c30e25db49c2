package dev.rollcall.benchmarks.http;

import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.benchmarks.database.Pool;
import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.jdbi.JdbiStore;
import dev.rollcall.scim.provisioning.provider.RequestRate;
import dev.rollcall.scim.servlet.Credential;
import dev.rollcall.scim.servlet.CredentialAuthenticator;
import dev.rollcall.scim.servlet.ScimServlet;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The server in the process that {@link ServerProcess} starts: Jetty on a free port, until the standard input ends. */
public final class ServeCommand {
    private ServeCommand() {}

    /** Serves the database of the URL. A token is the name of the tenant whose provider has it. */
    public static void run(String url) throws Exception {
        try (HikariDataSource pool = Pool.open(url)) {
            Rollcall rollcall = Rollcall.builder()
                    .store(JdbiStore.builder(pool).migrate(true).build())
                    .build();
            ScimServlet scim = ScimServlet.builder(rollcall)
                    .requestRate(RequestRate.UNLIMITED)
                    .authenticator(CredentialAuthenticator.of(credential -> credential instanceof Credential.Token token
                            ? Optional.of(LocalClient.callerOf(token.secret()))
                            : Optional.empty()))
                    .build();
            Server server = new Server();
            ServerConnector connector = new ServerConnector(server);
            connector.setHost("127.0.0.1");
            server.addConnector(connector);
            ServletContextHandler context = new ServletContextHandler("/");
            context.addServlet(new ServletHolder(scim), ServerProcess.PATH + "/*");
            server.setHandler(context);
            server.start();
            System.out.println(ServerProcess.READY + connector.getLocalPort());
            while (System.in.read() >= 0) {
                // Until whoever started this wants no more.
            }
            server.stop();
        }
    }
}
