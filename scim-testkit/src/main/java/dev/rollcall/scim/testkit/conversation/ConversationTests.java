package dev.rollcall.scim.testkit.conversation;

import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/**
 * Conversations as JUnit tests, for a {@code @TestFactory}: one test for each, failed with every broken expectation,
 * aborted where the server lacks an option.
 */
public final class ConversationTests {
    private ConversationTests() {}

    /** The bundled conversations, one after the other against one server, which the caller closes. */
    public static Stream<DynamicTest> dynamicTests(ConversationTarget target) {
        return Conversations.all().stream().map(conversation -> test(conversation, () -> play(conversation, target)));
    }

    /** The bundled conversations, each against a server of its own, which is closed after it. */
    public static Stream<DynamicTest> dynamicTests(Function<Conversation, ConversationTarget> targets) {
        return dynamicTests(Conversations.all(), targets);
    }

    /**
     * These conversations, each against a server of its own, which is closed after it.
     *
     * @param targets starts a server, with what the conversation requires if it can
     */
    public static Stream<DynamicTest> dynamicTests(
            Collection<Conversation> conversations, Function<Conversation, ConversationTarget> targets) {
        return conversations.stream()
                .map(conversation -> test(conversation, () -> {
                    try (var target = targets.apply(conversation)) {
                        play(conversation, target);
                    }
                }));
    }

    /**
     * Plays one conversation within a test.
     *
     * @throws AssertionError with all broken expectations, or why the server refused
     * @throws org.opentest4j.TestAbortedException if the server lacks an option
     */
    public static void play(Conversation conversation, ConversationTarget target) {
        var result = ConversationRunner.play(conversation, target);
        switch (result.outcome()) {
            case HELD -> {}
            case SKIPPED -> Assumptions.abort(result.reason());
            case REFUSED -> throw new AssertionError(conversation + " was not played: " + result.reason());
            case BROKEN ->
                throw new AssertionError(conversation
                        + result.broken().stream()
                                .map(broken -> "\n  " + broken.withoutConversation())
                                .collect(Collectors.joining()));
        }
    }

    private static DynamicTest test(Conversation conversation, Runnable playing) {
        return DynamicTest.dynamicTest(conversation.toString(), playing::run);
    }
}
