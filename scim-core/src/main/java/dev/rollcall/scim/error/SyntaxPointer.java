package dev.rollcall.scim.error;

/** Shows a place in a text that a client sent: the text, and under it a caret at the offset. */
public final class SyntaxPointer {
    private static final int BEFORE = 60;
    private static final int AFTER = 40;

    private SyntaxPointer() {}

    /**
     * The message, the offset, and the surroundings of the offset with a caret under it.
     *
     * @param offset in UTF-16 units, 0 to the length of the text
     */
    public static String at(String text, int offset, String message) {
        int from = betweenCharacters(text, Math.max(0, offset - BEFORE));
        int to = betweenCharacters(text, Math.min(text.length(), offset + AFTER));
        String lead = from > 0 ? "…" : "";
        String shown = lead + text.substring(from, to).replaceAll("\\p{Cntrl}", " ") + (to < text.length() ? "…" : "");
        String caret = " ".repeat(lead.length() + offset - from) + "^";
        return message + " at character " + (offset + 1) + "\n" + shown + "\n" + caret;
    }

    /** The index, or the one before it if it would cut a character of two units in half. */
    private static int betweenCharacters(String text, int index) {
        boolean inside = index > 0
                && index < text.length()
                && Character.isHighSurrogate(text.charAt(index - 1))
                && Character.isLowSurrogate(text.charAt(index));
        return inside ? index - 1 : index;
    }
}
