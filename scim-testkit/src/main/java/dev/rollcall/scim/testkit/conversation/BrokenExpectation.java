package dev.rollcall.scim.testkit.conversation;

/**
 * One expectation that did not hold. Immutable.
 *
 * @param conversation number, identity provider and name
 * @param step the step's name, with the turn of its loop
 * @param expected what should have come
 * @param got what came instead, shortened if it is long
 */
public record BrokenExpectation(String conversation, String step, String expected, String got) {
    private static final int LONGEST = 400;

    public BrokenExpectation {
        expected = shortened(expected);
        got = shortened(got);
    }

    /** On one line, whatever the server sent. */
    @Override
    public String toString() {
        return conversation + " | " + withoutConversation();
    }

    String withoutConversation() {
        return "step '" + step + "': expected " + expected + ", got " + got;
    }

    private static String shortened(String text) {
        var line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "… (" + line.length() + " characters)";
    }
}
