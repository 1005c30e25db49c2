package dev.rollcall.scim.testkit.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.scim.testkit.conversation.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * Server configuration that a conversation needs, mostly a custom extension schema. Immutable.
 *
 * @param json the whole configuration as a JSON document
 * @param extensionSchemas each schema definition in it (RFC 7643 §7: an object with {@code id} and {@code attributes}),
 *     as a JSON document
 */
public record ServerConfig(String json, List<String> extensionSchemas) {
    public ServerConfig {
        extensionSchemas = List.copyOf(extensionSchemas);
    }

    static ServerConfig of(JsonNode config) {
        List<String> schemas = new ArrayList<>();
        collect(config, schemas);
        return new ServerConfig(Json.print(config), schemas);
    }

    private static void collect(JsonNode node, List<String> schemas) {
        if (node.path("id").isTextual() && node.path("attributes").isArray()) {
            schemas.add(Json.print(node));
        } else {
            node.forEach(child -> collect(child, schemas));
        }
    }
}
