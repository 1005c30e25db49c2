package dev.rollcall.scim.testkit.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.testkit.conversation.wire.ScriptedServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class ConversationTestsTest {
    @Test
    void there_is_one_test_for_each_conversation() throws IOException {
        try (var server = ScriptedServer.answering("")) {
            var target = Fakes.target(server).build();

            assertThat(ConversationTests.dynamicTests(target))
                    .extracting(DynamicTest::getDisplayName)
                    .containsExactlyElementsOf(Conversations.all().stream()
                            .map(Conversation::toString)
                            .toList());
            assertThat(ConversationTests.dynamicTests(conversation -> target)).hasSameSizeAs(Conversations.all());
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void each_test_has_a_server_of_its_own_that_is_closed_after_it() throws Throwable {
        List<String> closed = new ArrayList<>();
        var conversations = List.of(asking(1, "/Users", 200), asking(2, "/Users/9", 404));
        try (var server = ScriptedServer.answering(new TinyScim()::answer)) {
            var tests = ConversationTests.dynamicTests(
                    conversations,
                    conversation -> Fakes.target(server)
                            .closing(() -> closed.add("after " + conversation.number()))
                            .build());

            for (DynamicTest test : tests.toList()) {
                test.getExecutable().execute();
            }
        }
        assertThat(closed).containsExactly("after 1", "after 2");
    }

    @Test
    void a_broken_conversation_fails_its_test_with_every_broken_expectation() throws IOException {
        try (var server = ScriptedServer.answering(new TinyScim()::answer)) {
            var target = Fakes.target(server).build();

            assertThatNoException().isThrownBy(() -> ConversationTests.play(asking(1, "/Users", 200), target));
            assertThatThrownBy(() -> ConversationTests.play(asking(1, "/Users", 204), target))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("001 acme: Trial\n"
                            + "  step 'ask': expected status 204, got 200 with the body {\"totalResults\":0}");
        }
    }

    @Test
    void a_skipped_conversation_aborts_its_test() throws IOException {
        var conversation = Fakes.conversation("\"requires\": [\"customExtension\"], " + asking("/Users", 200));
        try (var server = ScriptedServer.answering("")) {
            var target = Fakes.target(server).build();

            assertThatThrownBy(() -> ConversationTests.play(conversation, target))
                    .isInstanceOf(TestAbortedException.class)
                    .hasMessageContaining("the server lacks customExtension");
        }
    }

    @Test
    void a_server_that_refuses_fails_the_test() throws IOException {
        try (var server = ScriptedServer.answering(r -> Fakes.json(200, "{\"totalResults\": 1}"))) {
            var target = Fakes.target(server).build();

            assertThatThrownBy(() -> ConversationTests.play(asking(1, "/Users", 200), target))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("001 acme: Trial was not played: the server is not empty");
        }
    }

    private static Conversation asking(int number, String path, int status) {
        return Fakes.conversation(number, asking(path, status));
    }

    private static String asking(String path, int status) {
        return """
        "steps": [{"name": "ask", "method": "GET", "path": "%s", "expect": {"status": [%d]}}]""".formatted(path, status);
    }
}
