package dev.rollcall.scim.testkit.conversation;

/** Says where a conversation's file is not in the format, for the person who writes it. */
public final class ConversationFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConversationFormatException(String message) {
        super(message);
    }

    ConversationFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
