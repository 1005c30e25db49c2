package dev.rollcall.scim.testkit.conversation;

import java.util.function.UnaryOperator;

/** Finds placeholders, which may stand inside each other: in {@code ${u${i}}} the inner one is replaced first. */
final class Placeholders {
    private Placeholders() {}

    /** Replaces them once: what a value holds is not looked through again. */
    static String fill(String text, UnaryOperator<String> values) {
        var filled = new StringBuilder();
        int at = 0;
        while (true) {
            int start = text.indexOf("${", at);
            int end = start < 0 ? -1 : end(text, start);
            if (end < 0) {
                return filled.append(text, at, text.length()).toString();
            }
            filled.append(text, at, start).append(values.apply(fill(text.substring(start + 2, end), values)));
            at = end + 1;
        }
    }

    /** Whether the text is one placeholder and nothing else. */
    static boolean isLone(String text) {
        return text.startsWith("${") && end(text, 0) == text.length() - 1;
    }

    private static int end(String text, int start) {
        int depth = 0;
        for (int at = start; at < text.length(); at++) {
            if (text.startsWith("${", at)) {
                depth++;
            } else if (text.charAt(at) == '}' && --depth == 0) {
                return at;
            }
        }
        return -1;
    }
}
