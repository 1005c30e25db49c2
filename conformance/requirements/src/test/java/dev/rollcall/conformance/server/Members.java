package dev.rollcall.conformance.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The names in a JSON object. */
public final class Members {
    private Members() {}

    /** The names of an object's members, in their order. */
    public static List<String> members(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Those of a body. */
    public static List<String> members(Answer answer) {
        return members(answer.json());
    }
}
