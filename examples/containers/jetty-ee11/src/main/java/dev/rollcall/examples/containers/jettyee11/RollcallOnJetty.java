package dev.rollcall.examples.containers.jettyee11;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.servlet.CredentialAuthenticator;
import dev.rollcall.scim.servlet.FixedCredentials;
import dev.rollcall.scim.servlet.ScimServlet;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.EnumSet;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Rollcall mounted in embedded Jetty with Jakarta EE 11, on the loopback address. Thread-safe. */
public final class RollcallOnJetty implements AutoCloseable {
    private static final String PATH = "/scim/v2";

    private final Server server;
    private final String baseUrl;

    private RollcallOnJetty(Server server, int port) {
        this.server = server;
        this.baseUrl = "http://127.0.0.1:" + port + PATH;
    }

    /** Serves an empty store; the arguments are the port and the bearer token. */
    public static void main(String[] arguments) throws Exception {
        var credentials = FixedCredentials.builder()
                .token(arguments[1], Caller.ofProvider("acme", "okta", "Okta"))
                .build();
        var rollcall = Rollcall.builder().store(InMemoryStore.create()).build();
        var scim = ScimServlet.of(rollcall, CredentialAuthenticator.of(credentials));
        System.out.println(start(Integer.parseInt(arguments[0]), scim).baseUrl());
    }

    /**
     * Starts Jetty.
     *
     * @param port 0 for any that is free
     * @throws Exception if the port cannot be had
     */
    public static RollcallOnJetty start(int port, ScimServlet scim) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http()));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);

        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(scim), PATH + "/*");
        // The servlet takes the URL apart itself, so that %2F in an id is not ambiguous to it.
        context.getServletHandler().setDecodeAmbiguousURIs(true);
        context.getServletHandler().setEnsureDefaultServlet(false);
        server.setHandler(context);

        // The errors of Jetty itself, within and outside of the context, have SCIM bodies.
        context.setErrorHandler(new ScimErrorHandler());
        server.setErrorHandler(new ScimErrorHandler());
        server.start();
        return new RollcallOnJetty(server, connector.getLocalPort());
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        // Filters make long URLs.
        http.setRequestHeaderSize(32 * 1024);
        http.setSendServerVersion(false);
        http.setUriCompliance(UriCompliance.from(EnumSet.of(
                // a base URL that was configured with a slash at its end
                Violation.AMBIGUOUS_EMPTY_SEGMENT,
                // ids with a slash or a percent sign in them
                Violation.AMBIGUOUS_PATH_SEPARATOR,
                Violation.AMBIGUOUS_PATH_ENCODING)));
        return http;
    }

    /** The SCIM base URL. */
    public String baseUrl() {
        return baseUrl;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty did not stop in order", e);
        }
    }
}
