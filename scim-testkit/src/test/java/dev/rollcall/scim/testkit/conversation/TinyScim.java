package dev.rollcall.scim.testkit.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.scim.testkit.conversation.json.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Just enough of a SCIM server to create, read, list, replace and delete whatever is posted. */
final class TinyScim {
    private final Map<String, JsonNode> resources = new LinkedHashMap<>();
    private int last;

    synchronized byte[] answer(String request) {
        var head = request.split(" ", 3);
        var path = head[1].replaceFirst("^/scim/v2", "").split("[?]", 2)[0];
        var body = request.substring(request.indexOf("\r\n\r\n") + 4);
        return switch (head[0]) {
            case "POST" -> create(path, body);
            case "GET" -> path.lastIndexOf('/') == 0 ? list(path) : read(path);
            case "PUT" -> put(path, body);
            case "DELETE" -> resources.remove(path) == null ? missing() : Fakes.response(204, "", "");
            default -> Fakes.json(501, "{\"status\":\"501\"}");
        };
    }

    synchronized boolean isEmpty() {
        return resources.isEmpty();
    }

    private byte[] create(String collection, String body) {
        var path = collection + "/" + ++last;
        resources.put(path, parse(body).put("id", Integer.toString(last)));
        return Fakes.response(
                201,
                "Location: https://public.example.com/scim" + path + "\r\nContent-Type: application/scim+json\r\n",
                Json.print(resources.get(path)));
    }

    private byte[] put(String path, String body) {
        if (!resources.containsKey(path)) {
            return missing();
        }
        resources.put(path, parse(body).put("id", path.substring(path.lastIndexOf('/') + 1)));
        return read(path);
    }

    private byte[] read(String path) {
        var resource = resources.get(path);
        return resource == null ? missing() : Fakes.json(200, Json.print(resource));
    }

    private byte[] list(String collection) {
        long total = resources.keySet().stream()
                .filter(path -> path.startsWith(collection + "/"))
                .count();
        return Fakes.json(200, "{\"totalResults\":" + total + "}");
    }

    private static byte[] missing() {
        return Fakes.json(404, "{\"status\":\"404\"}");
    }

    private static ObjectNode parse(String body) {
        try {
            return (ObjectNode) Json.parse(body);
        } catch (IOException e) {
            throw new IllegalArgumentException(body, e);
        }
    }
}
