package dev.rollcall.scim.testkit.conversation;

/** One step of a {@link Conversation}: a request with what is expected of its response, or several at the same time. */
public sealed interface Step permits Exchange, Together {
    String name();
}
