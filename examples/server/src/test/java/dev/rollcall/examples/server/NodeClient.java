package dev.rollcall.examples.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client of nodes, some of which may be dead. Thread-safe. */
record NodeClient(HttpClient http, String token) {
    /** More than any request takes that waits for no lock that stayed behind. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    NodeClient(String token) {
        this(HttpClient.newHttpClient(), token);
    }

    record Answer(int status, JsonNode body) {}

    /** The answer; empty if the node died before it gave one. */
    Optional<Answer> ask(String baseUrl, String method, String path, @Nullable String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/scim+json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return Optional.of(
                    new Answer(answer.statusCode(), Http.json(answer.body().isEmpty() ? "{}" : answer.body())));
        } catch (HttpTimeoutException e) {
            throw new AssertionError(method + " " + path + " is not answered", e);
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The answer of a node that is alive, whose status must be that one. */
    JsonNode must(int status, String baseUrl, String method, String path, @Nullable String body) {
        Answer answer = ask(baseUrl, method, path, body).orElseThrow(() -> new AssertionError("No answer: " + path));
        if (answer.status() != status) {
            throw new AssertionError(method + " " + path + " is " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }

    JsonNode get(String baseUrl, String path) {
        return must(200, baseUrl, "GET", path, null);
    }

    /** All resources of a list, each page by cursor from the next node. */
    List<JsonNode> all(List<String> baseUrls, String path) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page == 0 || !cursor.isEmpty(); page++) {
            JsonNode list = get(
                    baseUrls.get(page % baseUrls.size()), path + (path.contains("?") ? "&" : "?") + "cursor=" + cursor);
            list.path("Resources").forEach(all::add);
            cursor = list.path("nextCursor").asText("");
        }
        return all;
    }

    static String filter(String filter) {
        return "filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }
}
