package dev.rollcall.scim.resource;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How strings are compared: as keys in Unicode normal form C, folded where case does not matter, ordered by code point
 * (RFC 7643 §7 {@code caseExact}, RFC 7644 §3.4.2.3 and §7.8). Independent of the locale. Stateless and thread-safe.
 */
public final class Collation {
    /** Its upper case is the I of every other alphabet, but Unicode folds it to itself: "admın" is not "admin". */
    private static final String DOTLESS_I = "ı";

    /** Characters whose case is changed at once: Java copies all of a text again for each letter that becomes two. */
    private static final int PIECE = 256;

    private Collation() {}

    /** The key of a text: two texts are the same value exactly if their keys are equal. */
    public static String key(String text, boolean caseExact) {
        if (isAscii(text)) {
            return caseExact ? text : text.toLowerCase(Locale.ROOT);
        }
        String normal = Normalizer.normalize(StreamSafe.text(text), Normalizer.Form.NFC);
        if (caseExact) {
            return normal;
        }
        StringBuilder folded = new StringBuilder(normal.length());
        int from = 0;
        while (from < normal.length()) {
            int to = Math.min(from + PIECE, normal.length());
            to += to < normal.length() && Character.isLowSurrogate(normal.charAt(to)) ? 1 : 0;
            fold(normal.substring(from, to), folded);
            from = to;
        }
        return Normalizer.normalize(folded.toString(), Normalizer.Form.NFC);
    }

    private static void fold(String piece, StringBuilder folded) {
        String between = "";
        for (String part : piece.split(DOTLESS_I, -1)) {
            // Upper then lower is full case folding but for a few letters: "Straße" and "STRASSE" become one. Lower
            // case
            // of the capital sigma depends on its word, and takes time that grows with the square of the word's length.
            String upper = part.toUpperCase(Locale.ROOT).replace('Σ', 'σ');
            folded.append(between).append(upper.toLowerCase(Locale.ROOT));
            between = DOTLESS_I;
        }
    }

    /** Orders two keys by code point, as databases do with a binary collation of UTF-8. */
    public static int compare(String key, String other) {
        int common = Math.min(key.length(), other.length());
        for (int i = 0; i < common; i++) {
            char a = key.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                return Integer.compare(rank(a), rank(b));
            }
        }
        return Integer.compare(key.length(), other.length());
    }

    /** UTF-16 puts surrogates before U+E000 to U+FFFF; code points put what they stand for after. */
    private static int rank(char c) {
        return Character.isSurrogate(c) ? c + 0x10000 : c;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
