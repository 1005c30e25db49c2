package dev.rollcall.scim.testkit.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The values of placeholders: captured ones, common to a whole playing, and those of the loops around; not thread-safe. */
final class Variables {
    private final Map<String, JsonNode> captured;
    private final Map<String, Integer> turns;

    private Variables(Map<String, JsonNode> captured, Map<String, Integer> turns) {
        this.captured = captured;
        this.turns = turns;
    }

    static Variables empty() {
        return new Variables(new HashMap<>(), Map.of());
    }

    Variables inTurn(String loop, int turn) {
        var all = new HashMap<>(turns);
        all.put(loop, turn);
        return new Variables(captured, Map.copyOf(all));
    }

    void capture(String name, JsonNode value) {
        captured.put(name, value);
    }

    /** Which turn of the loops it is, for reports; empty outside of any. */
    String turn() {
        return turns.entrySet().stream()
                .map(turn -> " [" + turn.getKey() + "=" + turn.getValue() + "]")
                .collect(Collectors.joining());
    }

    /** @throws UnknownVariableException if a placeholder has no value */
    String fill(String template) {
        return Placeholders.fill(template, name -> value(name).asText());
    }

    /**
     * The same as a JSON value: text, except that a lone placeholder keeps the type of what was captured.
     *
     * @throws UnknownVariableException if a placeholder has no value
     */
    JsonNode fillAsJson(String template) {
        return Placeholders.isLone(template)
                ? value(fill(template.substring(2, template.length() - 1)))
                : TextNode.valueOf(fill(template));
    }

    private JsonNode value(String name) {
        var turn = turns.get(name);
        if (turn != null) {
            return TextNode.valueOf(turn.toString());
        }
        var value = captured.get(name);
        if (value == null) {
            throw new UnknownVariableException(name);
        }
        return value;
    }
}
