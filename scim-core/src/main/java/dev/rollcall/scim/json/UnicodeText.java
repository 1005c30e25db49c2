package dev.rollcall.scim.json;

import dev.rollcall.scim.error.ScimException;
import java.util.function.Supplier;

/** The check that a string is text that can be written back as UTF-8 and kept by any database. */
public final class UnicodeText {
    private UnicodeText() {}

    /**
     * Refuses a NUL character, which relational databases cannot hold, and half a surrogate pair, which UTF-8 cannot.
     */
    public static void check(String text, Supplier<String> where) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else {
                    throw ScimException.invalidSyntax("A string holds half a surrogate pair (" + where.get()
                            + "); send both \\u escapes or the character itself in UTF-8");
                }
            } else if (c == 0) {
                throw ScimException.invalidSyntax("A string holds the character U+0000 (" + where.get() + ")");
            }
        }
    }
}
