package dev.rollcall.scim.filter;

/**
 * Finds one text within others. Goes through each of them once, however often the text begins to match (Knuth, Morris
 * and Pratt): a filter and a value of many equal letters must not cost the product of their lengths. Immutable and
 * thread-safe.
 */
final class TextSearch {
    private final String wanted;
    private final boolean ignoreCase;
    /** For each length of a match that breaks off: the length of the longest shorter one that may go on from there. */
    private final int[] shorter;

    /** @param ignoreCase whether ASCII letters match in any case; {@code wanted} has only small ones then */
    TextSearch(String wanted, boolean ignoreCase) {
        this.wanted = wanted;
        this.ignoreCase = ignoreCase;
        this.shorter = new int[wanted.length() + 1];
        for (int i = 1, matched = 0; i < wanted.length(); i++) {
            matched = next(matched, wanted.charAt(i));
            shorter[i + 1] = matched;
        }
    }

    boolean isIn(CharSequence text) {
        int matched = 0;
        for (int i = 0; i < text.length() && matched < wanted.length(); i++) {
            matched = next(matched, folded(text.charAt(i)));
        }
        return matched == wanted.length();
    }

    /** How much of the text is matched after the character, if so much was matched before it. */
    private int next(int matched, char c) {
        int length = matched;
        while (length > 0 && wanted.charAt(length) != c) {
            length = shorter[length];
        }
        return wanted.charAt(length) == c ? length + 1 : 0;
    }

    private char folded(char c) {
        return ignoreCase && c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
    }
}
