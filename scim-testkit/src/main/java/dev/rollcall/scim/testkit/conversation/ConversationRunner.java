package dev.rollcall.scim.testkit.conversation;

import java.util.EnumSet;
import java.util.stream.Collectors;

/**
 * Plays conversations over HTTP, literally as the identity provider would, and deletes afterwards what they created;
 * thread-safe, though one server takes only one conversation at a time.
 */
public final class ConversationRunner {
    private ConversationRunner() {}

    /** Plays it, unless the server lacks a required option, is not empty, or does not answer. */
    public static ConversationResult play(Conversation conversation, ConversationTarget target) {
        var missing = EnumSet.noneOf(ServerOption.class);
        missing.addAll(conversation.requires());
        missing.removeAll(target.options());
        if (!missing.isEmpty()) {
            var names = missing.stream().map(ServerOption::key).collect(Collectors.joining(", "));
            return ConversationResult.notPlayed(conversation, Outcome.SKIPPED, "the server lacks " + names);
        }
        var server = new Server(target);
        var refusal = target.force() ? "" : new EmptinessCheck(server).refusal();
        return refusal.isEmpty()
                ? ConversationResult.played(conversation, new Play(conversation, server).run())
                : ConversationResult.notPlayed(conversation, Outcome.REFUSED, refusal);
    }
}
