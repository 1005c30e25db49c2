package dev.rollcall.scim.testkit.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.scim.testkit.conversation.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one conversation from its file. */
final class ConversationReader {
    private static final Set<String> KEYS = Set.of(
            "number",
            "idp",
            "name",
            "operation",
            "evidence",
            "source",
            "quirks",
            "requires",
            "config",
            "note",
            "setup",
            "steps");
    private static final Set<String> OPERATIONS = Set.of(
            "test-connection",
            "lookup",
            "create",
            "update",
            "deactivate",
            "delete",
            "group-create",
            "group-rename",
            "group-members",
            "group-delete",
            "import",
            "discovery",
            "protocol",
            "errors");
    private static final Set<String> EVIDENCE = Set.of("documented", "observed", "reported", "derived");

    private ConversationReader() {}

    /**
     * @param source the file's name, for messages
     * @throws ConversationFormatException if the file is not in the format
     */
    static Conversation read(byte[] file, String source) {
        var fields = new Fields(parse(file, source), source, KEYS);
        var steps = steps(fields, "steps", source);
        if (steps.isEmpty()) {
            throw fields.error("has no steps");
        }
        return new Conversation(card(fields), steps(fields, "setup", source), steps);
    }

    private static JsonNode parse(byte[] file, String source) {
        try {
            return Json.parse(file);
        } catch (IOException e) {
            throw new ConversationFormatException(source + " is not JSON: " + e.getMessage(), e);
        }
    }

    private static ConversationCard card(Fields fields) {
        return new ConversationCard(
                fields.number("number"),
                fields.text("idp"),
                fields.text("name"),
                fields.oneOf("operation", OPERATIONS),
                fields.oneOf("evidence", EVIDENCE),
                fields.texts("source"),
                fields.texts("quirks"),
                requires(fields),
                fields.has("config") ? ServerConfig.of(fields.node("config")) : null);
    }

    private static Set<ServerOption> requires(Fields fields) {
        return fields.texts("requires").stream()
                .map(key -> ServerOption.of(key)
                        .orElseThrow(() -> fields.error("requires an unknown option '" + key + "'")))
                .collect(Collectors.toSet());
    }

    private static List<Step> steps(Fields fields, String key, String source) {
        return fields.elements(key).stream()
                .map(step -> StepReader.step(step, source))
                .toList();
    }
}
