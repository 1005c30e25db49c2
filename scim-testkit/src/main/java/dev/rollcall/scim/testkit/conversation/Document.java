package dev.rollcall.scim.testkit.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.scim.testkit.conversation.json.Json;
import dev.rollcall.scim.testkit.conversation.wire.WireResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A response body, seen as JSON if it is. Immutable as long as nobody changes the tree. */
final class Document {
    private final byte[] body;
    private final @Nullable JsonNode json;
    private final String problem;

    private Document(byte[] body, @Nullable JsonNode json, String problem) {
        this.body = body;
        this.json = json;
        this.problem = problem;
    }

    static Document of(WireResponse response) {
        byte[] body = response.body();
        if (body.length == 0) {
            return new Document(body, null, "an empty body");
        }
        try {
            return new Document(body, Json.parse(body), "");
        } catch (IOException e) {
            var reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return new Document(body, null, "a body that is not JSON (" + reason + ")");
        }
    }

    Optional<JsonNode> json() {
        return Optional.ofNullable(json);
    }

    /** For a report. */
    String describe() {
        var text = new String(body, StandardCharsets.UTF_8);
        return json != null ? "the body " + text : body.length == 0 ? problem : problem + ": " + text;
    }
}
