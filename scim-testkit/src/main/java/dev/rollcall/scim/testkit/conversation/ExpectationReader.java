package dev.rollcall.scim.testkit.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what a step expects. */
final class ExpectationReader {
    private static final Set<String> KEYS = Set.of("status", "headers", "body", "then", "capture");

    private ExpectationReader() {}

    static Expectation expectation(JsonNode node, String step) {
        var fields = new Fields(node, step, KEYS);
        var status = fields.numbers("status");
        if (status.isEmpty()) {
            throw fields.error("expects no status");
        }
        try {
            var captures = fields.textMembers("capture");
            captures.values().forEach(PathCheck::checkPath);
            return new Expectation(
                    Set.copyOf(status),
                    headers(fields.members("headers")),
                    paths(fields.members("body")),
                    captures,
                    fields.has("then") ? paths(fields.members("then")) : null);
        } catch (IllegalArgumentException e) {
            throw fields.error("has in its expectations: " + e.getMessage());
        }
    }

    private static List<PathCheck> paths(Map<String, JsonNode> members) {
        List<PathCheck> checks = new ArrayList<>();
        members.forEach((path, expected) -> checks.add(PathCheck.of(path, expected)));
        return checks;
    }

    private static List<HeaderCheck> headers(Map<String, JsonNode> members) {
        List<HeaderCheck> checks = new ArrayList<>();
        members.forEach((name, expected) -> checks.add(header(name, expected)));
        return checks;
    }

    private static HeaderCheck header(String name, JsonNode expected) {
        if (expected.isTextual()) {
            return new HeaderCheck(name, HeaderCheck.Kind.EXACT, expected.textValue());
        }
        if (expected.size() == 1 && expected.path("$exists").isBoolean()) {
            return new HeaderCheck(
                    name, HeaderCheck.Kind.EXISTS, expected.get("$exists").asText());
        }
        if (expected.size() == 1 && expected.path("$mediaType").isTextual()) {
            return new HeaderCheck(
                    name,
                    HeaderCheck.Kind.MEDIA_TYPE,
                    expected.get("$mediaType").textValue());
        }
        throw new IllegalArgumentException(
                "header " + name + " takes a text, {\"$exists\": …} or {\"$mediaType\": …}, not " + expected);
    }
}
