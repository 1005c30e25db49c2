package dev.rollcall.examples.server.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The identity provider of the story: sends requests, and tells what was asked and what came back. Not thread-safe. */
final class StoryClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Teller teller;
    private final String baseUrl;
    private final String authorization;

    private StoryClient(Teller teller, String baseUrl, String authorization) {
        this.teller = teller;
        this.baseUrl = baseUrl;
        this.authorization = authorization;
    }

    static StoryClient basic(Teller teller, String baseUrl, String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new StoryClient(teller, baseUrl, "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    static StoryClient bearer(Teller teller, String baseUrl, String token) {
        return new StoryClient(teller, baseUrl, "Bearer " + token);
    }

    /**
     * Sends a request whose answer must have the status, and tells both.
     *
     * @param shown the target as it is told, with names in the place of ids
     * @param body JSON with single quotes for double ones; empty for none
     */
    JsonNode send(int status, String method, String target, String shown, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + target))
                .header("Authorization", authorization)
                .header("Content-Type", "application/scim+json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            teller.tell(method + " " + shown + " -> " + response.statusCode());
            if (response.statusCode() != status) {
                throw new StoryException(
                        method + " " + shown + " should have been answered with " + status + ": " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new StoryException(method + " " + shown + " failed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryException("Interrupted", e);
        }
    }

    JsonNode get(String target, String shown) {
        return send(200, "GET", target, shown, "");
    }

    /** Makes a resource, and gives its id. */
    String create(String endpoint, String body) {
        return send(201, "POST", endpoint, endpoint, body).path("id").asText();
    }

    /** Sends operations of a PATCH, comma-separated. */
    void patch(String target, String shown, String operations) {
        // An id is another one each time.
        String told = operations.replace('\'', '"').replaceAll("\"[0-9a-f-]{36}\"", "\"…\"");
        for (String operation : told.split("(?<=}),(?=\\{\"op\")")) {
            teller.tell("  " + operation);
        }
        send(
                200,
                "PATCH",
                target,
                shown,
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[" + operations + "]}");
    }
}
