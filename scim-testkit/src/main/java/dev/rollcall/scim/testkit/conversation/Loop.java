package dev.rollcall.scim.testkit.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.scim.testkit.conversation.json.Json;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A counted loop, written {@code {"i": [1, 120]}}; both ends count. */
record Loop(String variable, int from, int to) {
    /** @throws IllegalArgumentException if it is not written so */
    static Loop of(JsonNode node) {
        var range = node.size() == 1 ? node.iterator().next() : node;
        if (!node.isObject()
                || range.size() != 2
                || !range.path(0).isInt()
                || !range.path(1).isInt()) {
            throw new IllegalArgumentException("a loop is written {\"i\": [1, 120]}, not " + Json.print(node));
        }
        return new Loop(
                node.fieldNames().next(), range.get(0).intValue(), range.get(1).intValue());
    }

    /** One scope for each turn. */
    Stream<Variables> turns(Variables around) {
        return IntStream.rangeClosed(from, to).mapToObj(turn -> around.inTurn(variable, turn));
    }
}
