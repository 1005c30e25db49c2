package dev.rollcall.scim.schema;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Tells a mistyped member of a definition from one that belongs to somebody else. */
final class Typo {
    /** Shorter names are near to too many others. */
    private static final int SHORTEST = 4;

    private Typo() {}

    /** The known name that was probably meant. */
    static Optional<String> meant(String found, Collection<String> known) {
        return known.stream().filter(name -> isNear(fold(found), fold(name))).findFirst();
    }

    private static boolean isNear(String found, String name) {
        if (found.equals(name)) {
            return true;
        }
        if (found.length() < SHORTEST) {
            return false;
        }
        int allowed = Math.min(found.length(), name.length()) > 6 ? 2 : 1;
        return name.startsWith(found) || distance(found, name) <= allowed;
    }

    /** How many letters must be changed, added or left out; a swap of two neighbours counts as two. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
