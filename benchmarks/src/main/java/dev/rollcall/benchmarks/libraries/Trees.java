package dev.rollcall.benchmarks.libraries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rollcall.benchmarks.contest.Inputs;

/** Answers as JSON. */
final class Trees {
    private Trees() {}

    /** Whether users match. */
    interface Matching {
        boolean matches(byte[] user) throws Exception;
    }

    /** Whether each of the users on whom filters are tried matches. */
    static JsonNode matches(Matching matching) throws Exception {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (byte[] user : Inputs.users()) {
            array.add(matching.matches(user));
        }
        return array;
    }

    static JsonNode of(boolean value) {
        return BooleanNode.valueOf(value);
    }

    static JsonNode of(int value) {
        return IntNode.valueOf(value);
    }
}
