package dev.rollcall.scim.testkit.conversation.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What must be found at a path: one plain value, or operators that must all hold. Immutable. */
public final class ValueCheck {
    private final JsonNode expected;
    private final Map<Operator, JsonNode> operators;

    private ValueCheck(JsonNode expected, Map<Operator, JsonNode> operators) {
        this.expected = expected;
        this.operators = operators;
    }

    /** @throws IllegalArgumentException on an unknown operator, or one with a wrong operand */
    public static ValueCheck of(JsonNode expected) {
        Map<Operator, JsonNode> operators = new LinkedHashMap<>();
        if (expected.propertyStream().anyMatch(member -> PlainValue.isReserved(member.getKey()))) {
            for (Map.Entry<String, JsonNode> member : expected.properties()) {
                var operator = Operator.named(member.getKey())
                        .orElseThrow(() -> new IllegalArgumentException("unknown operator '" + member.getKey() + "'"));
                operator.check(member.getValue());
                operators.put(operator, member.getValue());
            }
        } else if (!PlainValue.is(expected)) {
            throw new IllegalArgumentException("an operator inside a plain value: " + Json.print(expected));
        }
        return new ValueCheck(expected, operators);
    }

    boolean isPlain() {
        return operators.isEmpty();
    }

    /** Whether what was found is what was expected. A plain value means: exactly one node, equal, of the same type. */
    public boolean holdsFor(Selection found) {
        if (isPlain()) {
            return found.single()
                    .filter(node -> JsonEquality.equal(node, expected))
                    .isPresent();
        }
        return operators.entrySet().stream()
                .allMatch(operator -> operator.getKey().holds(found, operator.getValue()));
    }

    /** As the conversation's file has it, on one line. */
    public String describe() {
        return Json.print(expected);
    }
}
