package dev.rollcall.scim.resource.precis;

import java.text.Normalizer;

/** Full-width and half-width forms, the leftovers of character grids, as the characters that they are forms of. */
public final class Width {
    private static final int IDEOGRAPHIC_SPACE = 0x3000;
    private static final int FIRST = 0xFF01;
    private static final int LAST = 0xFFEE;
    private static final int MACRON = 0xFFE3;
    private static final int FIRST_HANGUL = 0xFFA0;
    private static final int LAST_HANGUL = 0xFFDC;

    private Width() {}

    /** The text with each such form replaced by its character (RFC 8264 §5.2.1); the same object if it has none. */
    public static String mapped(String text) {
        StringBuilder mapped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= IDEOGRAPHIC_SPACE && c <= LAST && (c == IDEOGRAPHIC_SPACE || c >= FIRST)) {
                mapped = mapped == null ? new StringBuilder(text) : mapped;
                // Every form and its character are one char long, so indexes stay.
                mapped.setCharAt(i, map(c));
            }
        }
        return mapped == null ? text : mapped.toString();
    }

    /** The decomposition of the form by one step; NFKC goes on to the end, which differs for a few. */
    private static char map(char c) {
        if (c == MACRON) {
            return 0xAF;
        }
        if (c >= FIRST_HANGUL && c <= LAST_HANGUL) {
            return hangul(c);
        }
        String decomposed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        return decomposed.length() == 1 ? decomposed.charAt(0) : c;
    }

    private static char hangul(char c) {
        int offset = c - FIRST_HANGUL;
        if (offset == 0) {
            return 0x3164;
        }
        if (offset <= 30) {
            return (char) (0x3130 + offset);
        }
        // Vowels stand in rows of eight, of which six are used.
        int row = (offset - 32) / 8;
        int column = (offset - 32) % 8 - 2;
        int vowel = row * 6 + column;
        return offset >= 32 && column >= 0 && vowel < 21 ? (char) (0x314F + vowel) : c;
    }
}
