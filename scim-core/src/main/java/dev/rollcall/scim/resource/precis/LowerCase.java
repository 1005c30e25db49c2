package dev.rollcall.scim.resource.precis;

import java.util.Locale;

/**
 * Lower case as Unicode defines it, in which a capital sigma at the end of a word becomes another letter than elsewhere.
 * The JDK goes through the whole word for each of them, which takes seconds for a word of thousands; here it is shown each
 * one with its surroundings only.
 */
final class LowerCase {
    private static final char CAPITAL = 'Σ';
    private static final char SMALL = 'σ';
    private static final char FINAL = 'ς';

    /** Further away than any mark or apostrophe between a sigma and the next letter. */
    private static final int AROUND = 16;

    private LowerCase() {}

    static String of(String text) {
        String without = text.replace(CAPITAL, SMALL);
        StringBuilder sigmas = new StringBuilder(without);
        for (int i = text.indexOf(CAPITAL); i >= 0; i = text.indexOf(CAPITAL, i + 1)) {
            boolean goesOn = i + 1 < text.length() && text.charAt(i + 1) == CAPITAL;
            if (!goesOn && isFinal(without, i)) {
                sigmas.setCharAt(i, FINAL);
            }
        }
        return sigmas.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isFinal(String text, int at) {
        int from = Math.max(0, at - AROUND);
        String near = text.substring(from, Math.min(text.length(), at + AROUND));
        StringBuilder capital = new StringBuilder(near);
        capital.setCharAt(at - from, CAPITAL);
        return !capital.toString().toLowerCase(Locale.ROOT).equals(near.toLowerCase(Locale.ROOT));
    }
}
