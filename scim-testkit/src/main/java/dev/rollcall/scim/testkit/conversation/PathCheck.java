package dev.rollcall.scim.testkit.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.scim.testkit.conversation.json.Json;
import dev.rollcall.scim.testkit.conversation.json.JsonPath;
import dev.rollcall.scim.testkit.conversation.json.ValueCheck;

/** What must be found where in a JSON document; both may have placeholders. */
record PathCheck(String path, JsonNode expected) {
    /** @throws IllegalArgumentException if path or operators are not well-formed */
    static PathCheck of(String path, JsonNode expected) {
        checkPath(path);
        new JsonTemplate(expected).check();
        ValueCheck.of(expected);
        return new PathCheck(path, expected);
    }

    /** @throws IllegalArgumentException if it is no path, whatever the placeholders may stand for */
    static void checkPath(String path) {
        JsonPath.parse(Placeholders.fill(path, name -> "0"));
    }

    /** @throws UnknownVariableException if a placeholder has no value */
    void check(JsonNode document, Variables variables, Complaints complaints) {
        var check = ValueCheck.of(new JsonTemplate(expected).fill(variables));
        var where = JsonPath.parse(variables.fill(path));
        var found = where.in(document);
        if (!check.holdsFor(found)) {
            complaints.add(where + " = " + check.describe(), found.describe());
        }
    }

    /** As the conversation's file has it, placeholders included. */
    String describe() {
        return path + " = " + Json.print(expected);
    }
}
