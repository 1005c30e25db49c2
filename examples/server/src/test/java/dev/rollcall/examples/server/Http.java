package dev.rollcall.examples.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What the tests ask a server. */
final class Http {
    private static final String NEW_USER =
            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"%s\"}";

    private Http() {}

    static HttpResponse<String> get(String url, String authorization) {
        return send(HttpRequest.newBuilder(URI.create(url)).header("Authorization", authorization));
    }

    static HttpResponse<String> createUser(String baseUrl, String authorization, String userName) {
        return create(baseUrl + "/Users", authorization, newUser(userName));
    }

    static HttpResponse<String> create(String url, String authorization, String body) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    static String newUser(String userName) {
        return NEW_USER.formatted(userName);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Opens a connection to the server. */
    static Socket connect(String baseUrl) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), URI.create(baseUrl).getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    /** Sends text as it is and takes all that comes back. */
    static String raw(String baseUrl, String request) {
        try (Socket socket = connect(baseUrl)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }
}
