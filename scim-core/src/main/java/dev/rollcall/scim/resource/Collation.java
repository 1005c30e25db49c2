package dev.rollcall.scim.resource;

import dev.rollcall.scim.resource.precis.Width;
import java.text.Normalizer;
import java.util.Locale;

/**
 * How strings are compared: as keys in Unicode normal form C, folded where case does not matter, ordered by code point
 * (RFC 7643 §7 {@code caseExact}, RFC 7644 §3.4.2.3 and §7.8). Independent of the locale. Stateless and thread-safe.
 *
 * <p>Folding maps full-width and half-width forms too, so user names that PRECIS calls one have one key (RFC 7644 §5);
 * uniqueness, filters and orders all go by it.
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
        String normal =
                Normalizer.normalize(StreamSafe.text(caseExact ? text : Width.mapped(text)), Normalizer.Form.NFC);
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
            // Full case folding by way of upper case: "Straße", "STRASSE" and "STRAẞE", which has to be lower first.
            folded.append(between).append(lower(lower(part).toUpperCase(Locale.ROOT)));
            between = DOTLESS_I;
        }
    }

    /**
     * Lower case, in which every sigma is the same: which of its two forms the JDK takes depends on the word, and the
     * time for that grows with the square of the word's length.
     */
    private static String lower(String text) {
        return text.replace('Σ', 'σ').replace('ς', 'σ').toLowerCase(Locale.ROOT);
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
