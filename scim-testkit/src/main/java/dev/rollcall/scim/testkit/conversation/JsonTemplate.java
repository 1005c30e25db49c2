package dev.rollcall.scim.testkit.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rollcall.scim.testkit.conversation.json.Json;

/** JSON with placeholders in its strings and {@code $each} in its arrays. */
record JsonTemplate(JsonNode template) {
    /** @throws UnknownVariableException if a placeholder has no value */
    JsonNode fill(Variables variables) {
        if (template.isTextual()) {
            return variables.fillAsJson(template.textValue());
        }
        if (template.isObject()) {
            var filled = JsonNodeFactory.instance.objectNode();
            template.properties()
                    .forEach(
                            member -> filled.set(member.getKey(), new JsonTemplate(member.getValue()).fill(variables)));
            return filled;
        }
        if (template.isArray()) {
            var filled = JsonNodeFactory.instance.arrayNode();
            for (JsonNode element : template) {
                if (element.has("$each")) {
                    Loop.of(element.get("$each"))
                            .turns(variables)
                            .forEach(turn -> filled.add(new JsonTemplate(element.get("item")).fill(turn)));
                } else {
                    filled.add(new JsonTemplate(element).fill(variables));
                }
            }
            return filled;
        }
        return template;
    }

    /** @throws IllegalArgumentException if a {@code $each} is not well-formed, or stands outside of an array */
    void check() {
        template.properties().forEach(member -> {
            if (member.getKey().equals("$each")) {
                throw new IllegalArgumentException("a $each stands outside of an array: " + Json.print(template));
            }
            new JsonTemplate(member.getValue()).check();
        });
        if (template.isArray()) {
            template.forEach(JsonTemplate::checkElement);
        }
    }

    private static void checkElement(JsonNode element) {
        if (!element.has("$each")) {
            new JsonTemplate(element).check();
            return;
        }
        Loop.of(element.get("$each"));
        if (element.size() != 2 || !element.has("item")) {
            throw new IllegalArgumentException("a $each goes with item and nothing else: " + Json.print(element));
        }
        new JsonTemplate(element.get("item")).check();
    }
}
