package dev.rollcall.scim.testkit.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.scim.testkit.conversation.wire.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a step of a conversation. */
final class StepReader {
    private static final Set<String> TOGETHER = Set.of("name", "concurrent", "repeat");
    private static final Set<String> EXCHANGE =
            Set.of("name", "method", "path", "headers", "body", "rawBody", "expect", "repeat");

    private StepReader() {}

    static Step step(JsonNode node, String source) {
        return node.has("concurrent") ? together(node, source) : exchange(node, source);
    }

    private static Together together(JsonNode node, String source) {
        var where = where(node, source);
        var fields = new Fields(node, where, TOGETHER);
        var exchanges = fields.elements("concurrent").stream()
                .map(each -> exchange(each, source))
                .toList();
        return new Together(fields.text("name"), exchanges, repeat(fields));
    }

    private static Exchange exchange(JsonNode node, String source) {
        var where = where(node, source);
        var fields = new Fields(node, where, EXCHANGE);
        var path = fields.text("path");
        if (!path.startsWith("/")) {
            throw fields.error("has a path that does not begin with a slash");
        }
        return new Exchange(
                fields.text("name"),
                fields.text("method"),
                path,
                headers(fields),
                body(fields),
                ExpectationReader.expectation(fields.node("expect"), where),
                repeat(fields));
    }

    private static List<Header> headers(Fields fields) {
        List<Header> headers = new ArrayList<>();
        try {
            fields.textMembers("headers").forEach((name, value) -> headers.add(new Header(name, value)));
        } catch (IllegalArgumentException e) {
            throw fields.error("has in its headers: " + e.getMessage());
        }
        return headers;
    }

    private static @Nullable BodyTemplate body(Fields fields) {
        if (fields.has("rawBody")) {
            return new BodyTemplate.OfText(fields.text("rawBody"));
        }
        if (!fields.has("body")) {
            return null;
        }
        var template = fields.node("body");
        try {
            new JsonTemplate(template).check();
        } catch (IllegalArgumentException e) {
            throw fields.error("has in its body: " + e.getMessage());
        }
        return new BodyTemplate.OfJson(template);
    }

    private static @Nullable Loop repeat(Fields fields) {
        try {
            return fields.has("repeat") ? Loop.of(fields.node("repeat")) : null;
        } catch (IllegalArgumentException e) {
            throw fields.error("has in its repeat: " + e.getMessage());
        }
    }

    private static String where(JsonNode node, String source) {
        return source + ": step '" + node.path("name").asText("without a name") + "'";
    }
}
