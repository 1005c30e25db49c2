package dev.rollcall.scim.testkit.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.scim.testkit.conversation.json.Json;
import java.nio.charset.StandardCharsets;

/** A request body with placeholders. */
sealed interface BodyTemplate {
    byte[] fill(Variables variables);

    /** A body that is JSON: placeholders stand inside its strings. */
    record OfJson(JsonNode template) implements BodyTemplate {
        @Override
        public byte[] fill(Variables variables) {
            return Json.print(new JsonTemplate(template).fill(variables)).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Any text. */
    record OfText(String template) implements BodyTemplate {
        @Override
        public byte[] fill(Variables variables) {
            return variables.fill(template).getBytes(StandardCharsets.UTF_8);
        }
    }
}
