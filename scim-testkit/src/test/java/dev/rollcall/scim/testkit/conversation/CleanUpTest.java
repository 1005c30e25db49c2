package dev.rollcall.scim.testkit.conversation;

import static dev.rollcall.scim.testkit.conversation.Fakes.conversation;
import static dev.rollcall.scim.testkit.conversation.Fakes.json;
import static dev.rollcall.scim.testkit.conversation.Fakes.play;
import static dev.rollcall.scim.testkit.conversation.Fakes.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.testkit.conversation.wire.ScriptedServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleanUpTest {
    private static final String CREATE_FOUR = creating("/Users") + "," + creating("/Groups?x") + ","
            + creating("/Devices") + "," + creating("/Groups") + "," + creating("/Users?");

    @Test
    void groups_go_before_users_and_the_youngest_first() throws IOException {
        var scim = new TinyScim();
        try (var server = ScriptedServer.answering(scim::answer)) {
            var result = play(conversation("\"steps\": [" + CREATE_FOUR + "]"), server);

            assertThat(result.outcome()).isEqualTo(Outcome.HELD);
            assertThat(deletions(server))
                    .containsExactly("/Groups/4", "/Groups/2", "/Devices/3", "/Users/5", "/Users/1");
            assertThat(scim.isEmpty()).isTrue();
        }
    }

    @Test
    void it_happens_after_a_broken_step_too() throws IOException {
        var scim = new TinyScim();
        try (var server = ScriptedServer.answering(scim::answer)) {
            var broken = creating("/Users").replace("201", "200");
            var result = play(conversation("\"setup\": [" + broken + "], " + "\"steps\": [" + broken + "]"), server);

            assertThat(result.outcome()).isEqualTo(Outcome.BROKEN);
            assertThat(scim.isEmpty()).isTrue();
        }
    }

    @Test
    void what_the_conversation_deleted_itself_is_no_matter() throws IOException {
        var scim = new TinyScim();
        try (var server = ScriptedServer.answering(scim::answer)) {
            var delete = """
                    {"name": "delete", "method": "DELETE", "path": "/Users/1", "expect": {"status": [204]}}""";
            var result = play(conversation("\"steps\": [" + creating("/Users") + "," + delete + "]"), server);

            assertThat(result.outcome()).isEqualTo(Outcome.HELD);
            assertThat(deletions(server)).containsExactly("/Users/1", "/Users/1");
        }
    }

    @Test
    void the_location_names_what_to_delete_and_the_body_does_if_there_is_none() throws IOException {
        try (var server = ScriptedServer.answering(request -> request.startsWith("DELETE")
                ? response(204, "", "")
                : request.startsWith("POST /scim/v2/Users")
                        ? response(201, "Location: /elsewhere/Users/from-location/?q#f\r\n", "{\"id\": \"from-body\"}")
                        : json(201, "{\"id\": \"from-body\"}"))) {
            play(conversation("\"steps\": [" + creating("/Users") + "," + creating("/Groups") + "]"), server);

            assertThat(deletions(server)).containsExactly("/Groups/from-body", "/Users/from-location");
        }
    }

    @Test
    void a_refused_deletion_is_reported_and_the_rest_still_goes() throws IOException {
        var scim = new TinyScim();
        try (var server = ScriptedServer.answering(
                request -> request.startsWith("DELETE /scim/v2/Groups") ? json(403, "{}") : scim.answer(request))) {
            var result =
                    play(conversation("\"steps\": [" + creating("/Groups") + "," + creating("/Users") + "]"), server);

            assertThat(result.broken())
                    .containsExactly(new BrokenExpectation(
                            "007 acme: Trial", "clean-up", "DELETE /Groups/1 to succeed", "403 with the body {}"));
            assertThat(deletions(server)).containsExactly("/Groups/1", "/Users/2");
        }
    }

    @Test
    void a_server_that_falls_silent_is_reported_once_with_what_is_left() throws IOException {
        var scim = new TinyScim();
        try (var server = ScriptedServer.answering(
                request -> request.startsWith("DELETE") ? new byte[0] : scim.answer(request))) {
            var result =
                    play(conversation("\"steps\": [" + creating("/Groups") + "," + creating("/Users") + "]"), server);

            assertThat(result.broken())
                    .singleElement()
                    .extracting(BrokenExpectation::got)
                    .asString()
                    .endsWith("left behind: [/Groups/1, /Users/2]");
        }
    }

    private static String creating(String path) {
        return """
        {"name": "create", "method": "POST", "path": "%s", "body": {}, "expect": {"status": [201]}}""".formatted(path);
    }

    private static List<String> deletions(ScriptedServer server) {
        return server.requests().stream()
                .filter(request -> request.startsWith("DELETE"))
                .map(request -> request.split(" ")[1].replace("/scim/v2", ""))
                .toList();
    }
}
