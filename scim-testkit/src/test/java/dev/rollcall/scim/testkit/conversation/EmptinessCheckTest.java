package dev.rollcall.scim.testkit.conversation;

import static dev.rollcall.scim.testkit.conversation.Fakes.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.testkit.conversation.wire.ScriptedServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmptinessCheckTest {
    private static final Conversation CONVERSATION = Fakes.conversation("""
            "steps": [{"name": "x", "method": "DELETE", "path": "/x", "expect": {"status": [200]}}]""");

    @ParameterizedTest
    @ValueSource(strings = {"/Users", "/Groups"})
    void a_server_with_users_or_groups_is_refused(String full) throws IOException {
        try (var server = holdingThree(full)) {
            var result =
                    ConversationRunner.play(CONVERSATION, Fakes.target(server).build());

            assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(result.reason())
                    .contains("not empty", full.equals("/Users") ? "3 users, 0 groups" : "0 users, 3 groups");
            assertThat(server.requests()).isNotEmpty().allMatch(request -> request.startsWith("GET "));
        }
    }

    @Test
    void force_plays_without_asking() throws IOException {
        try (var server = holdingThree("/Users")) {
            var target = Fakes.target(server).force(true).build();

            assertThat(ConversationRunner.play(CONVERSATION, target).outcome()).isEqualTo(Outcome.HELD);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void an_empty_server_is_asked_with_the_token_and_played() throws IOException {
        try (var server = holdingThree("/Nothing")) {
            var target = Fakes.target(server).build();

            assertThat(ConversationRunner.play(CONVERSATION, target).outcome()).isEqualTo(Outcome.HELD);
            assertThat(server.requests()).hasSize(3);
            assertThat(server.requests().get(0)).contains("\r\nAuthorization: Bearer t0ken\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\n{\"totalResults\": \"zero\"}",
                "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>",
                ""
            })
    void a_server_that_does_not_tell_is_refused_with_what_it_said(String response) throws IOException {
        try (var server = ScriptedServer.answering(response)) {
            var result =
                    ConversationRunner.play(CONVERSATION, Fakes.target(server).build());

            assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(result.reason()).startsWith("the server could not be asked whether it is empty: ");
            assertThat(server.requests()).hasSize(1);
        }
    }

    private static ScriptedServer holdingThree(String collection) throws IOException {
        return ScriptedServer.answering(
                request -> json(200, "{\"totalResults\": " + (request.contains(collection + "?") ? 3 : 0) + "}"));
    }
}
