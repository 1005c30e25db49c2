package dev.rollcall.scim.testkit.conversation;

import dev.rollcall.scim.testkit.conversation.wire.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Conversations, targets and responses for tests. */
final class Fakes {
    private Fakes() {}

    /** @param members of the conversation beyond its identity, such as {@code "steps": […]} */
    static Conversation conversation(String members) {
        return conversation(7, members);
    }

    static Conversation conversation(int number, String members) {
        var text = """
                {"number": %d, "idp": "acme", "name": "Trial", "operation": "create", "evidence": "derived", %s}
                """.formatted(number, members);
        return ConversationReader.read(text.getBytes(StandardCharsets.UTF_8), "trial.json");
    }

    static ConversationTarget.Builder target(ScriptedServer server) {
        return ConversationTarget.builder(server.url()).token("t0ken").timeout(Duration.ofSeconds(20));
    }

    /** Plays against a server that may have anything, so that the script sees nothing but the conversation. */
    static ConversationResult play(Conversation conversation, ScriptedServer server) {
        return ConversationRunner.play(conversation, target(server).force(true).build());
    }

    static byte[] response(int status, String headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return ScriptedServer.bytes("HTTP/1.1 " + status + " X\r\n" + headers + "Content-Length: " + bytes.length
                + "\r\n\r\n" + new String(bytes, StandardCharsets.ISO_8859_1));
    }

    static byte[] json(int status, String body) {
        return response(status, "Content-Type: application/scim+json;charset=UTF-8\r\n", body);
    }
}
