package dev.rollcall.scim.resource.precis;

import java.text.Normalizer;
import java.util.Set;

/** The two string classes of PRECIS: which code points a text may hold (RFC 8264 §4 and §8). */
enum StringClass {
    /** For names: letters, digits and printable ASCII, but no blanks, symbols or look-alikes of other characters. */
    IDENTIFIER,
    /** For passwords: also blanks, symbols, punctuation and compatibility characters. */
    FREEFORM;

    /** RFC 8264 §9.6. */
    private static final Set<Integer> ALWAYS_VALID = Set.of(0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007);

    private static final Ranges NEVER_VALID = new Ranges("640 7fa 302e-302f 3031-3035 303b");

    /** RFC 8264 §9.9: letters of old Hangul, whose syllable type is L, V or T. */
    private static final Ranges OLD_HANGUL = new Ranges("1100-11ff a960-a97c d7b0-d7c6 d7cb-d7fb");

    /** RFC 8264 §9.13: what Unicode calls default-ignorable, which the JDK does not tell. */
    private static final Ranges IGNORABLE = new Ranges("""
            ad 34f 61c 115f-1160 17b4-17b5 180b-180f 200b-200f 202a-202e 2060-206f 3164 fe00-fe0f feff ffa0 fff0-fff8
            1bca0-1bca3 1d173-1d17a e0000-e0fff
            """);

    private static final String OUTSIDE = "it is not allowed here";
    private static final String CONTEXT = "it is not allowed in this place";

    /**
     * Checks each code point.
     *
     * @throws PrecisException if one is not of this class, or not where it stands
     */
    void check(CodePoints text) {
        for (int i = 0; i < text.size(); i++) {
            int codePoint = text.at(i);
            if (ContextRules.isContextual(codePoint)) {
                if (!ContextRules.allows(text, i)) {
                    throw PrecisException.at(CONTEXT, text, i);
                }
            } else if (!contains(codePoint)) {
                throw PrecisException.at(OUTSIDE, text, i);
            }
        }
    }

    /** RFC 8264 §8, in its order; what depends on the context is decided before. */
    private boolean contains(int codePoint) {
        if (codePoint >= 0x21 && codePoint <= 0x7E || ALWAYS_VALID.contains(codePoint)) {
            return true;
        }
        if (NEVER_VALID.contains(codePoint) || OLD_HANGUL.contains(codePoint) || IGNORABLE.contains(codePoint)) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.LOWERCASE_LETTER,
                    Character.UPPERCASE_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.MODIFIER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK -> this == FREEFORM || !isCompatibility(codePoint);
            case Character.TITLECASE_LETTER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.ENCLOSING_MARK,
                    Character.SPACE_SEPARATOR,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> this == FREEFORM;
            // Controls, format characters, private use, surrogates, and what this Unicode version has not assigned.
            default -> this == FREEFORM && isCompatibility(codePoint);
        };
    }

    /** RFC 8264 §9.17. */
    private static boolean isCompatibility(int codePoint) {
        return !Normalizer.isNormalized(Character.toString(codePoint), Normalizer.Form.NFKC);
    }
}
