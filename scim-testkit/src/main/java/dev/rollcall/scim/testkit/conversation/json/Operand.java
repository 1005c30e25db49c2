package dev.rollcall.scim.testkit.conversation.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.Predicate;

/** What may stand behind an {@link Operator}. */
enum Operand {
    FLAG("true or false", JsonNode::isBoolean),
    COUNT("a number of elements", value -> value.isInt() && value.intValue() >= 0),
    ARRAY("an array of plain values", value -> value.isArray() && PlainValue.is(value)),
    EXPECTED("a plain value or operators", value -> {
        ValueCheck.of(value);
        return true;
    }),
    TYPE_NAME(
            "one of string, number, integer, boolean, array, object, null",
            value -> value.isTextual()
                    && Set.of("string", "number", "integer", "boolean", "array", "object", "null")
                            .contains(value.textValue()));

    private final String wanted;
    private final Predicate<JsonNode> test;

    Operand(String wanted, Predicate<JsonNode> test) {
        this.wanted = wanted;
        this.test = test;
    }

    boolean accepts(JsonNode value) {
        return test.test(value);
    }

    String wanted() {
        return wanted;
    }
}
