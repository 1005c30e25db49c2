package dev.rollcall.fuzz;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.codec.Limits;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.servlet.CredentialAuthenticator;
import dev.rollcall.scim.servlet.FixedCredentials;
import dev.rollcall.scim.servlet.ScimServlet;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The servlet in Jetty, and a socket to it that sends any bytes. */
final class WebServer {
    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.[01] (\\d{3})", Pattern.MULTILINE);

    private final int port;

    private WebServer(int port) {
        this.port = port;
    }

    static WebServer start() {
        Server jetty = new Server();
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        ServerConnector connector = new ServerConnector(jetty, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        // A request that is cut short is answered soon, and not after half a minute.
        connector.setIdleTimeout(500);
        jetty.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.getServletHandler().setDecodeAmbiguousURIs(true);
        context.addServlet(new ServletHolder(servlet()), "/scim/v2/*");
        jetty.setHandler(context);
        try {
            jetty.start();
        } catch (Exception e) {
            throw new IllegalStateException("The server does not start", e);
        }
        return new WebServer(connector.getLocalPort());
    }

    private static ScimServlet servlet() {
        Rollcall rollcall = Rollcall.builder()
                .store(InMemoryStore.create())
                .limits(Limits.DEFAULT.withMaxBytes(1 << 16))
                .build();
        FixedCredentials credentials = FixedCredentials.builder()
                .token("t", Caller.ofProvider("acme", "okta", "fuzz"))
                .build();
        return ScimServlet.of(rollcall, CredentialAuthenticator.of(credentials));
    }

    /** Sends the bytes, and gives the statuses of all answers. */
    List<Integer> send(byte[] bytes) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return STATUS.matcher(answer)
                    .results()
                    .map(status -> Integer.valueOf(status.group(1)))
                    .toList();
        } catch (SocketException e) {
            // The server may hang up on what it does not like.
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
