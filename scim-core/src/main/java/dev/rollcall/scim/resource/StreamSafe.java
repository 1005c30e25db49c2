package dev.rollcall.scim.resource;

/**
 * The Stream-Safe Text Format of Unicode Standard Annex #15: no run of more than 30 combining marks. Normalisation sorts
 * the marks of a run in time that grows with the square of its length, so it is bounded before. No language's text comes
 * near the bound. Stateless and thread-safe.
 */
public final class StreamSafe {
    private static final int MAX_MARKS = 30;
    private static final char GRAPHEME_JOINER = '\u034f';

    private StreamSafe() {}

    /** The text with U+034F, which is not seen, after each 30 combining marks that more of them follow. */
    public static String text(String text) {
        StringBuilder safe = null;
        int copied = 0;
        int marks = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            marks = isMark(text.codePointAt(i)) ? marks + 1 : 0;
            if (marks > MAX_MARKS) {
                safe = safe == null ? new StringBuilder(text.length() + text.length() / MAX_MARKS) : safe;
                safe.append(text, copied, i).append(GRAPHEME_JOINER);
                copied = i;
                marks = 1;
            }
        }
        return safe == null ? text : safe.append(text, copied, text.length()).toString();
    }

    private static boolean isMark(int character) {
        if (character == GRAPHEME_JOINER) {
            return false;
        }
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
