package dev.rollcall.examples.server;

import dev.rollcall.scim.servlet.HealthServlet;
import dev.rollcall.scim.servlet.ScimServlet;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** Jetty on the loopback address with the SCIM servlet in it. */
public final class WebServer implements AutoCloseable {
    static final String PATH = "/scim/v2";
    static final String HEALTH = "/health";

    private static final String HOST = "127.0.0.1";
    private static final int HEADER_BYTES = 32 * 1024;
    /** Identity providers keep connections for about a minute. */
    private static final Duration IDLE = Duration.ofSeconds(75);

    private static final Duration DRAIN = Duration.ofSeconds(20);

    private final Server server;
    private final ServerConnector connector;

    private WebServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /** A web server that has its port, and answers nobody yet. */
    public static WebServer at(int port) {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(configuration()));
        connector.setHost(HOST);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        server.setStopTimeout(DRAIN.toMillis());
        try {
            connector.open();
            return new WebServer(server, connector);
        } catch (IOException e) {
            connector.close();
            throw new StartException(reason(e, port), e);
        }
    }

    /** Begins to answer. */
    public void serve(ScimServlet scim, HealthServlet health) {
        ScimErrorPages errors = new ScimErrorPages();
        server.setErrorHandler(errors);
        server.setHandler(new GracefulHandler(context(scim, health, errors)));
        try {
            server.start();
        } catch (Exception e) {
            throw new StartException("The web server cannot start: " + e, e);
        }
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(HEADER_BYTES);
        // The servlet takes the path apart itself, so nothing here is ambiguous to it. Base URLs are often configured
        // with a slash at their end, which makes //Users; ids are encoded as clients like.
        configuration.setUriCompliance(UriCompliance.from(EnumSet.of(
                Violation.AMBIGUOUS_EMPTY_SEGMENT,
                Violation.AMBIGUOUS_PATH_SEPARATOR,
                Violation.AMBIGUOUS_PATH_ENCODING)));
        return configuration;
    }

    private static ServletContextHandler context(ScimServlet scim, HealthServlet health, ScimErrorPages errors) {
        ServletContextHandler context = new ServletContextHandler("/");
        context.getServletHandler().setDecodeAmbiguousURIs(true);
        // There are no files to serve.
        context.getServletHandler().setEnsureDefaultServlet(false);
        context.addServlet(new ServletHolder(scim), PATH + "/*");
        context.addServlet(new ServletHolder(health), HEALTH);
        context.setErrorHandler(errors);
        return context;
    }

    private static String reason(Throwable failure, int port) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException && port != 0) {
                return "Port " + port + " of " + HOST + " cannot be had (" + cause.getMessage()
                        + "); choose another with --port, or 0 for any that is free";
            }
        }
        return "The web server cannot start: " + failure;
    }

    /** The SCIM base URL, as seen from this machine. */
    public String baseUrl() {
        return "http://" + HOST + ":" + connector.getLocalPort() + PATH;
    }

    /** Takes no more requests, and waits for those that are being answered. */
    @Override
    public void close() {
        try {
            server.stop();
            // Stopping leaves it open if it never answered.
            connector.close();
        } catch (Exception e) {
            throw new IllegalStateException("The web server did not stop in order", e);
        }
    }
}
