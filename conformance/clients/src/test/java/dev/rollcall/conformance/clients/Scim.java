package dev.rollcall.conformance.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.protocol.Options;
import dev.rollcall.scim.servlet.Credential;
import dev.rollcall.scim.servlet.CredentialAuthenticator;
import dev.rollcall.scim.servlet.ScimServlet;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

/**
 * One server for all clients, by the letter of the RFCs: a client that follows them must not need to be forgiven. Its
 * tokens are {@code tenant}, or {@code tenant.user} for a caller who is a user.
 */
final class Scim {
    /** As long as the tests run. */
    static final String BASE_URL = start();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Scim() {}

    private static String start() {
        Rollcall rollcall = Rollcall.builder()
                .store(InMemoryStore.create())
                .options(Options.STRICT)
                .build();
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(
                new ServletHolder(ScimServlet.of(rollcall, CredentialAuthenticator.of(Scim::caller))), "/scim/v2/*");
        Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("The server does not start", e);
        }
        return server.getURI().resolve("/scim/v2").toString();
    }

    private static Optional<Caller> caller(Credential credential) {
        if (!(credential instanceof Credential.Token token) || token.secret().equals("wrong")) {
            return Optional.empty();
        }
        String[] parts = token.secret().split("\\.");
        return Optional.of(new Caller(parts[0], "clients", parts[0], parts.length > 1 ? parts[1] : null));
    }

    /** The token of a tenant of which nobody knows yet. */
    static String newTenant() {
        return UUID.randomUUID().toString();
    }

    /** What is stored, as plain HTTP shows it: no client has had its hands on it. */
    static JsonNode stored(String token, String path) {
        HttpResponse<String> answer = get(token, path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " is " + answer.statusCode() + ": " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is such a resource. */
    static boolean exists(String token, String path) {
        return get(token, path).statusCode() == 200;
    }

    private static HttpResponse<String> get(String token, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(BASE_URL + path))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
