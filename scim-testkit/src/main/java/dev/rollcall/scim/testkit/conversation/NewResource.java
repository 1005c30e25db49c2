package dev.rollcall.scim.testkit.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.scim.testkit.conversation.wire.WireResponse;
import java.util.Optional;

/** Finds out where the resource lies that a response tells of. */
record NewResource(String collection, WireResponse response) {
    /** Below the base URL; the body's id comes first, for a client goes by it. */
    Optional<String> pathById() {
        return idInBody().or(this::idInLocation).map(this::below);
    }

    /** Below the base URL; the Location header comes first, for it names the resource even if the body is broken. */
    Optional<String> pathByLocation() {
        return idInLocation().or(this::idInBody).map(this::below);
    }

    private String below(String id) {
        return collection.replaceFirst("/+$", "") + "/" + id;
    }

    private Optional<String> idInBody() {
        return Document.of(response)
                .json()
                .map(json -> json.path("id"))
                .filter(id -> id.isTextual() && !id.textValue().isEmpty())
                .map(JsonNode::textValue);
    }

    private Optional<String> idInLocation() {
        return response.header("Location")
                .map(location -> location.split("[?#]", 2)[0].replaceFirst("/+$", ""))
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .filter(id -> !id.isEmpty());
    }
}
