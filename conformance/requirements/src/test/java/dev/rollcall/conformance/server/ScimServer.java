package dev.rollcall.conformance.server;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.RollcallBuilder;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.protocol.Options;
import dev.rollcall.scim.provisioning.provider.RequestRate;
import dev.rollcall.scim.servlet.Credential;
import dev.rollcall.scim.servlet.CredentialAuthenticator;
import dev.rollcall.scim.servlet.ScimServlet;
import dev.rollcall.scim.servlet.ScimServletBuilder;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A SCIM server over HTTP under {@link Options#STRICT}, on a free port of this machine. Its tokens say whose they are:
 * {@code tenant.provider}, or {@code tenant.provider.user} for a person.
 */
public final class ScimServer implements AutoCloseable {
    private final Server jetty;
    private final int port;
    private final String path;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final AtomicInteger tenants = new AtomicInteger();

    private ScimServer(Server jetty, int port, String path) {
        this.jetty = jetty;
        this.port = port;
        this.path = path;
    }

    /** The strict server with everything else on its default. */
    public static ScimServer start() {
        return start(builder -> builder, servlet -> servlet);
    }

    /** The strict server with changes. */
    public static ScimServer start(UnaryOperator<RollcallBuilder> rollcall) {
        return start(rollcall, servlet -> servlet);
    }

    /** The strict server with changes, also of its servlet. */
    public static ScimServer start(UnaryOperator<RollcallBuilder> rollcall, UnaryOperator<ScimServletBuilder> servlet) {
        Rollcall built = rollcall.apply(Rollcall.builder().store(Stores.fresh()).options(Options.STRICT))
                .build();
        return start("/scim/v2/*", servlet.apply(mounting(built)).build());
    }

    /** The strict server with its servlet mapped elsewhere. */
    public static ScimServer startAt(String mapping) {
        Rollcall built =
                Rollcall.builder().store(Stores.fresh()).options(Options.STRICT).build();
        return start(mapping, mounting(built).build());
    }

    private static ScimServletBuilder mounting(Rollcall rollcall) {
        return ScimServlet.builder(rollcall)
                .authenticator(CredentialAuthenticator.of(ScimServer::caller))
                // Tests ask more often than any provider.
                .requestRate(RequestRate.UNLIMITED)
                .failedLogIns(0, Duration.ofMinutes(1));
    }

    private static ScimServer start(String mapping, ScimServlet servlet) {
        Server jetty = new Server();
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        ServerConnector connector = new ServerConnector(jetty, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.getServletHandler().setDecodeAmbiguousURIs(true);
        context.addServlet(new ServletHolder(servlet), mapping);
        jetty.setHandler(context);
        try {
            jetty.start();
        } catch (Exception e) {
            throw new IllegalStateException("The server does not start", e);
        }
        return new ScimServer(jetty, connector.getLocalPort(), mapping.replace("/*", ""));
    }

    private static Optional<Caller> caller(Credential credential) {
        String secret = credential instanceof Credential.Token token
                ? token.secret()
                : ((Credential.UserPassword) credential).password();
        String[] parts = secret.split("\\.", 3);
        return parts.length < 2
                ? Optional.empty()
                : Optional.of(new Caller(parts[0], parts[1], parts[1], parts.length > 2 ? parts[2] : null));
    }

    public int port() {
        return port;
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + port + path;
    }

    /** A client of a tenant that nobody has used yet. */
    public Scim newTenant() {
        return client("t" + tenants.incrementAndGet() + ".okta");
    }

    /** A client with that token. */
    public Scim client(String token) {
        return new Scim(http, baseUrl(), "Bearer " + token);
    }

    @Override
    public void close() {
        try {
            jetty.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The server does not stop", e);
        }
    }
}
