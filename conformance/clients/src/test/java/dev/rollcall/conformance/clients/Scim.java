package dev.rollcall.conformance.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.protocol.Options;
import dev.rollcall.scim.protocol.Paging;
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
 * One server for all clients, by the letter of the RFCs: a client that follows them must not need to be forgiven. Pages
 * have three resources if a client does not say. Its tokens are {@code tenant}, or {@code tenant.user} for a caller who is a user.
 */
final class Scim {
    /**
     * What the client of SCIM-SDK has to be forgiven, and no more: in a search by POST it sends {@code count} and
     * {@code attributes} as one string each; the value of a PATCH without path is a list of one resource, with its
     * {@code schemas}.
     */
    private static final Options FOR_SCIM_SDK = Options.STRICT.withTolerance(Tolerance.STRICT
            .with(Quirk.STRING_LITERALS)
            .with(Quirk.VALUE_SHAPES)
            .with(Quirk.READ_ONLY_IN_PATCH_VALUE));

    private static final String SCIM_SDK = "scim-sdk-";

    /** As long as the tests run. */
    static final String BASE_URL = start();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Scim() {}

    private static String start() {
        Rollcall rollcall = Rollcall.builder()
                .store(InMemoryStore.create())
                .options(caller -> caller.tenant().startsWith(SCIM_SDK) ? FOR_SCIM_SDK : Options.STRICT)
                .paging(new Paging(3, 100, 1_000))
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

    /** The same for the client of SCIM-SDK. */
    static String newTenantOfScimSdk() {
        return SCIM_SDK + newTenant();
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
