package dev.rollcall.benchmarks.contest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a library answers right; one that does not is not timed. */
public final class Answers {
    /** What servers decide, and clients do not: not compared. */
    private static final Set<String> OF_SERVERS = Set.of("id", "meta", "groups", "schemas");

    private Answers() {}

    /** What is wrong with the answers to a task; null if they are right. */
    public static @Nullable String wrong(Task task, Operation operation) {
        try {
            return task.isRequest() ? request(task, operation) : plain(task, operation);
        } catch (Exception | LinkageError e) {
            String message = String.valueOf(e.getMessage());
            return "fails with " + e.getClass().getSimpleName() + ": "
                    + message.lines().findFirst().orElse("");
        }
    }

    private static @Nullable String plain(Task task, Operation operation) throws Exception {
        JsonNode answer = operation.answer(operation.run(0));
        return switch (task) {
            case PARSE_SIMPLE -> expect("the filter on three users", "[true,true,false]", answer);
            case PARSE_LONG -> expect("the filter on three users", "[true,false,false]", answer);
            case EVALUATE_HIT -> expect("the filter", "true", answer);
            case EVALUATE_MISS -> expect("the filter", "false", answer);
            case DECODE -> decoded(answer, operation);
            case ENCODE -> difference(answer);
            case PATCH_EMAIL -> patched(answer, operation);
            default -> members(task, answer, operation);
        };
    }

    private static @Nullable String expect(String what, String right, JsonNode answer) {
        return answer.toString().equals(right) ? null : what + " gives " + answer + " instead of " + right;
    }

    private static @Nullable String decoded(JsonNode answer, Operation operation) {
        for (int i = 0; i < Inputs.malformed().size(); i++) {
            if (accepts(operation, -1 - i)) {
                return "takes a user that does not fit the schema (" + i + ")";
            }
        }
        return difference(answer);
    }

    private static boolean accepts(Operation operation, int i) {
        try {
            operation.run(i);
            return true;
        } catch (Exception e) {
            return false;
        }
    }

    private static @Nullable String difference(JsonNode answer) {
        return difference(writable(Inputs.tree(Inputs.user())), answer);
    }

    private static @Nullable String patched(JsonNode first, Operation operation) throws Exception {
        String wrong = difference(writable(withAddress(Inputs.address(0))), first);
        return wrong == null
                ? difference(writable(withAddress(Inputs.address(1))), operation.answer(operation.run(1)))
                : wrong;
    }

    private static ObjectNode withAddress(String address) {
        ObjectNode user = Inputs.tree(Inputs.user());
        ((ObjectNode) user.path("emails").path(0)).put("value", address);
        return user;
    }

    private static @Nullable String members(Task task, JsonNode added, Operation operation) throws Exception {
        int more = task.members() + 1;
        String wrong = expect("adding a member", Integer.toString(more), added);
        return wrong == null
                ? expect("removing it", Integer.toString(more - 1), operation.answer(operation.run(1)))
                : wrong;
    }

    private static @Nullable String request(Task task, Operation operation) throws Exception {
        for (int i = 0; i < 3; i++) {
            JsonNode answer = operation.answer(operation.run(i));
            int right = task == Task.CREATE ? 201 : 200;
            if (answer.path("status").asInt() != right) {
                return "is answered with " + answer.path("status") + " instead of " + right;
            }
            String wrong = body(task, i, answer.path("body"));
            if (wrong != null) {
                return wrong;
            }
        }
        return null;
    }

    private static @Nullable String body(Task task, int i, JsonNode body) {
        int number = Requests.user(task, i);
        return switch (task) {
            case LIST -> page(body);
            case FIND ->
                body.path("totalResults").asInt() == 1
                        ? user(number, null, body.path("Resources").path(0))
                        : "finds " + body.path("totalResults") + " instead of one";
            case PATCH -> user(number, Inputs.address(i), body);
            default -> user(number, null, body);
        };
    }

    private static @Nullable String page(JsonNode body) {
        Set<String> names = new HashSet<>();
        for (JsonNode user : body.path("Resources")) {
            names.add(user.path("userName").asText());
            if (user.path("emails").size() != 2) {
                return "lists a user without the addresses";
            }
        }
        return names.size() == 100 && body.path("totalResults").asInt() == 1_000
                ? null
                : "lists " + names.size() + " of " + body.path("totalResults") + " instead of 100 of 1000";
    }

    private static @Nullable String user(int number, @Nullable String address, JsonNode user) {
        ObjectNode expected = Inputs.tree(new Numbered().body(number));
        if (address != null) {
            ((ObjectNode) expected.path("emails").path(0)).put("value", address);
        }
        if (user.path("id").asText().isEmpty()
                || user.path("meta").path("lastModified").isMissingNode()) {
            return "lacks id or meta";
        }
        return difference(writable(expected), user);
    }

    /** What a client may write of it, which is what must come back. */
    private static ObjectNode writable(ObjectNode user) {
        ObjectNode kept = user.deepCopy().without(OF_SERVERS);
        kept.forEach(Answers::withoutReferences);
        return kept;
    }

    /** Addresses are for servers to give, the manager's name is read-only, and nulls and not being primary need no saying. */
    private static void withoutReferences(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("$ref");
            if (!object.path("primary").asBoolean()) {
                object.remove("primary");
            }
            object.properties().removeIf(property -> property.getValue().isNull());
            if (object.path("manager") instanceof ObjectNode manager) {
                manager.remove(List.of("$ref", "displayName"));
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(Answers::withoutReferences);
        }
    }

    private static @Nullable String difference(JsonNode expected, JsonNode answer) {
        JsonNode seen = answer instanceof ObjectNode object ? writable(object) : answer;
        if (expected.equals(seen)) {
            return null;
        }
        for (String name : (Iterable<String>) expected::fieldNames) {
            if (!expected.path(name).equals(seen.path(name))) {
                return name + " is " + shortened(seen.path(name)) + " instead of " + shortened(expected.path(name));
            }
        }
        return "there is something that was not sent";
    }

    private static String shortened(JsonNode node) {
        String text = node.isMissingNode() ? "missing" : node.toString();
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }
}
