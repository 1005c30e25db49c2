package dev.rollcall.examples.customstore;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.servlet.CredentialAuthenticator;
import dev.rollcall.scim.servlet.FixedCredentials;
import dev.rollcall.scim.servlet.ScimServlet;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.UUID;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

/** The host application: its database, and SCIM for it on the loopback address. Thread-safe. */
public final class EmployeeServer implements AutoCloseable {
    private final HostDatabase database;
    private final Server server;

    private EmployeeServer(HostDatabase database, Server server) {
        this.database = database;
        this.server = server;
    }

    /** Starts on a folder, {@code employees-data} unless an argument names another, and tells how to call it. */
    public static void main(String[] arguments) throws Exception {
        String token = UUID.randomUUID().toString();
        EmployeeServer running = start(Path.of(arguments.length > 0 ? arguments[0] : "employees-data"), 8080, token);
        System.out.printf("curl -H 'Authorization: Bearer %s' %s/Users%n", token, running.baseUrl());
    }

    static EmployeeServer start(Path folder, int port, String token) throws Exception {
        HostDatabase database = HostDatabase.in(folder);
        // mount
        var rollcall =
                Rollcall.builder().store(new EmployeeStore(database.jdbi())).build();
        var credentials = FixedCredentials.builder()
                .token(token, Caller.ofProvider("acme", "okta", "Okta"))
                .build();
        var servlet = ScimServlet.of(rollcall, CredentialAuthenticator.of(credentials));
        // end
        var context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(servlet), "/scim/v2/*");
        var server = new Server(new InetSocketAddress("127.0.0.1", port));
        server.setHandler(context);
        server.start();
        return new EmployeeServer(database, server);
    }

    /** What the host's own code works with. */
    HostDatabase database() {
        return database;
    }

    /** The SCIM base URL. */
    String baseUrl() {
        return server.getURI().resolve("/scim/v2").toString();
    }

    @Override
    public void close() {
        try (database) {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The web server did not stop in order", e);
        }
    }
}
