package dev.rollcall.scim.servlet;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.RollcallBuilder;
import dev.rollcall.scim.codec.Limits;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.provisioning.provider.RequestRate;
import dev.rollcall.scim.store.memory.InMemoryStore;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A SCIM servlet in a real container on a free port. */
final class TestServer implements AutoCloseable {
    static final String TOKEN = "the-token-of-the-tests";
    static final String PASSWORD = "pass:wörd";
    static final Caller CALLER = Caller.ofProvider("acme", "okta", "tests");
    static final long MAX_BODY = 4096;

    private final Server server;
    private final ServerConnector connector;

    private TestServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    static FixedCredentials credentials() {
        return FixedCredentials.builder()
                .token(TOKEN, CALLER)
                .userPassword("okta", PASSWORD, CALLER)
                .build();
    }

    static Rollcall rollcall(UnaryOperator<RollcallBuilder> change) {
        return change.apply(
                        Rollcall.builder().store(InMemoryStore.create()).limits(Limits.DEFAULT.withMaxBytes(MAX_BODY)))
                .build();
    }

    static ScimServletBuilder servlet(Rollcall rollcall) {
        return ScimServlet.builder(rollcall)
                .authenticator(CredentialAuthenticator.of(credentials()))
                // Tests ask more often than any provider.
                .requestRate(RequestRate.UNLIMITED)
                .failedLogIns(0, Duration.ofMinutes(1));
    }

    /** The usual: mapped to {@code /scim/v2/*} in the root context. */
    static TestServer start() {
        return start("/", "/scim/v2/*", servlet(rollcall(b -> b)).build());
    }

    static TestServer start(String contextPath, String mapping, HttpServlet servlet, Filter... filters) {
        Server server = new Server();
        HttpConfiguration configuration = new HttpConfiguration();
        // The paths that a servlet should cope with, though Jetty refuses them unless it is told.
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler(contextPath);
        context.getServletHandler().setDecodeAmbiguousURIs(true);
        for (Filter filter : filters) {
            context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
        }
        context.addServlet(new ServletHolder(servlet), mapping);
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return new TestServer(server, connector);
    }

    /** The body of a new user, with more attributes if there are any. */
    static String user(String userName, String... more) {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"" + userName + '"'
                + (more.length == 0 ? "" : "," + String.join(",", more)) + "}";
    }

    int port() {
        return connector.getLocalPort();
    }

    Wire wire() {
        return new Wire(port());
    }

    /** A request by the caller of the tests. */
    Answer as(String requestLine, String... headers) {
        return wire().send(head(requestLine, headers));
    }

    /** A request with a body by the caller of the tests. */
    Answer post(String requestLine, String body, String... headers) {
        return wire().send(head(requestLine, headers), body);
    }

    private static String head(String requestLine, String... headers) {
        List<String> lines = new ArrayList<>(
                List.of(requestLine + " HTTP/1.1", "Host: scim.example.com", "Authorization: Bearer " + TOKEN));
        lines.addAll(List.of(headers));
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
