package dev.rollcall.scim.testkit.conversation.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a {@link JsonPath}; for one text, not thread-safe. */
final class PathParser {
    private final String text;
    private int at;

    PathParser(String text) {
        this.text = text;
    }

    JsonPath parse() {
        expect("$");
        List<PathStep> steps = new ArrayList<>();
        while (at < text.length()) {
            steps.add(step());
        }
        return new JsonPath(text, steps);
    }

    private PathStep step() {
        if (skip(".")) {
            return new PathStep.Member(name());
        }
        expect("[");
        PathStep step;
        if (skip("*")) {
            step = new PathStep.Elements();
        } else if (skip("?")) {
            step = matching();
        } else if (skip("'")) {
            step = new PathStep.Member(quoted());
        } else {
            step = new PathStep.Element(index());
        }
        expect("]");
        return step;
    }

    private PathStep matching() {
        var name = name();
        expect("==");
        return new PathStep.Matching(name, literal());
    }

    private JsonNode literal() {
        int start = at;
        boolean inString = false;
        while (at < text.length() && (inString || text.charAt(at) != ']')) {
            if (inString && text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == '"') {
                inString = !inString;
            }
            at++;
        }
        JsonNode value;
        try {
            value = Json.parse(text.substring(start, Math.min(at, text.length())));
        } catch (IOException e) {
            throw error(start, "a JSON string, number, true, false or null");
        }
        if (value.isContainerNode()) {
            throw error(start, "a JSON string, number, true, false or null");
        }
        return value;
    }

    private String quoted() {
        var name = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '\'') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            name.append(text.charAt(at++));
        }
        expect("'");
        return name.toString();
    }

    private int index() {
        int start = at;
        try {
            return Integer.parseUnsignedInt(name());
        } catch (IllegalArgumentException e) {
            throw error(start, "an index, '*', '?' or a quoted name");
        }
    }

    /** What may stand unquoted: attribute names (RFC 7643 §2.1), {@code $ref} and digits. */
    private String name() {
        int start = at;
        while (at < text.length() && isNameCharacter(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw error(start, "a name");
        }
        return text.substring(start, at);
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "$-_".indexOf(c) >= 0;
    }

    private boolean skip(String token) {
        if (!text.startsWith(token, at)) {
            return false;
        }
        at += token.length();
        return true;
    }

    private void expect(String token) {
        if (!skip(token)) {
            throw error(at, "'" + token + "'");
        }
    }

    private IllegalArgumentException error(int offset, String wanted) {
        return new IllegalArgumentException(
                "path '" + text + "': " + wanted + " was expected at offset " + Math.min(offset, text.length()));
    }
}
