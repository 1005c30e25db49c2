package dev.rollcall.scim.testkit.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.scim.testkit.conversation.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The members of one object of a conversation's file. A key that the format does not know is an error, so that a
 * misspelt expectation is not taken for one that holds.
 */
final class Fields {
    private final JsonNode node;
    private final String where;

    Fields(JsonNode node, String where, Set<String> known) {
        this.node = node;
        this.where = where;
        if (!node.isObject()) {
            throw error("is not an object");
        }
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw error("has an unknown key '" + key + "'");
            }
        });
    }

    boolean has(String key) {
        return node.has(key);
    }

    JsonNode node(String key) {
        var value = node.get(key);
        if (value == null) {
            throw error("lacks the key '" + key + "'");
        }
        return value;
    }

    String text(String key) {
        return text(key, node(key));
    }

    /** A text out of a closed vocabulary. */
    String oneOf(String key, Set<String> allowed) {
        var text = text(key);
        if (!allowed.contains(text)) {
            throw error("has an unknown " + key + " '" + text + "'");
        }
        return text;
    }

    int number(String key) {
        return number(key, node(key));
    }

    /** The elements of an array, or nothing if there is no such key. */
    List<JsonNode> elements(String key) {
        var value = node.get(key);
        if (value != null && !value.isArray()) {
            throw error("has a '" + key + "' that is no array");
        }
        List<JsonNode> elements = new ArrayList<>();
        if (value != null) {
            value.forEach(elements::add);
        }
        return elements;
    }

    List<String> texts(String key) {
        return elements(key).stream().map(element -> text(key, element)).toList();
    }

    List<Integer> numbers(String key) {
        return elements(key).stream().map(element -> number(key, element)).toList();
    }

    /** The members of an object in their order, or nothing if there is no such key. */
    Map<String, JsonNode> members(String key) {
        var value = node.get(key);
        if (value != null && !value.isObject()) {
            throw error("has a '" + key + "' that is no object");
        }
        Map<String, JsonNode> members = new LinkedHashMap<>();
        if (value != null) {
            value.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        }
        return members;
    }

    Map<String, String> textMembers(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        members(key).forEach((name, value) -> texts.put(name, text(key, value)));
        return texts;
    }

    ConversationFormatException error(String problem) {
        return new ConversationFormatException(where + " " + problem);
    }

    private String text(String key, JsonNode value) {
        if (!value.isTextual()) {
            throw error("has in '" + key + "' " + Json.print(value) + " where a text is wanted");
        }
        return value.textValue();
    }

    private int number(String key, JsonNode value) {
        if (!value.isInt()) {
            throw error("has in '" + key + "' " + Json.print(value) + " where a whole number is wanted");
        }
        return value.intValue();
    }
}
