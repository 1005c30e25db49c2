package dev.rollcall.scim.testkit.conversation;

import java.util.List;

/**
 * How one conversation went. Immutable.
 *
 * @param reason why it was not played; empty if it was
 * @param broken what did not hold, in the order of the steps
 */
public record ConversationResult(
        Conversation conversation, Outcome outcome, String reason, List<BrokenExpectation> broken) {
    public ConversationResult {
        broken = List.copyOf(broken);
    }

    static ConversationResult played(Conversation conversation, List<BrokenExpectation> broken) {
        return new ConversationResult(conversation, broken.isEmpty() ? Outcome.HELD : Outcome.BROKEN, "", broken);
    }

    static ConversationResult notPlayed(Conversation conversation, Outcome outcome, String reason) {
        return new ConversationResult(conversation, outcome, reason, List.of());
    }
}
