package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.filter.Operator;

/** Patterns of {@code like}, and what else it takes to look into a text. */
final class TextPattern {
    /** Not a backslash, which databases and drivers read in ways of their own. */
    private static final String ESCAPE = " escape '!'";

    private TextPattern() {}

    /** The pattern of the texts that contain, begin with or end with this one. */
    static String of(Operator operator, String text) {
        String escaped = text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return (operator == Operator.SW ? "" : "%") + escaped + (operator == Operator.EW ? "" : "%");
    }

    static Sql like(String expression, String pattern) {
        return Sql.of(expression + " like ?" + ESCAPE, pattern);
    }

    static Sql notLike(String expression, String pattern) {
        return Sql.of(expression + " not like ?" + ESCAPE, pattern);
    }

    /**
     * The least text by code points behind all that begin with this one, which is not empty; empty if there is none, since
     * it holds nothing but the last code point.
     */
    static String behindAllWith(String beginning) {
        int end = beginning.length();
        while (end > 0) {
            int last = beginning.codePointBefore(end);
            end -= Character.charCount(last);
            if (last < Character.MAX_CODE_POINT) {
                // No text holds half a surrogate pair.
                int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
                return beginning.substring(0, end) + Character.toString(next);
            }
        }
        return "";
    }

    /** Whether UTF-16 units and code points order the text alike in relation to every other. */
    static boolean hasOneOrder(String text) {
        return text.chars().allMatch(c -> c < Character.MIN_SURROGATE);
    }
}
