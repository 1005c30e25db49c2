package dev.rollcall.scim.filter;

import dev.rollcall.scim.resource.Collation;

/** Compares texts with one literal, by their collation keys. Immutable and thread-safe. */
final class TextMatch {
    private final Operator operator;
    private final boolean caseExact;
    private final String key;
    private final boolean asciiKey;
    private final TextSearch search;

    TextMatch(Operator operator, String literal, boolean caseExact) {
        this.operator = operator;
        this.caseExact = caseExact;
        this.key = Collation.key(literal, caseExact);
        this.asciiKey = isAscii(key);
        this.search = new TextSearch(key, !caseExact);
    }

    boolean test(String text) {
        // Most texts are ASCII, and their keys need not be made to be compared.
        if (!caseExact && asciiKey && isAscii(text)) {
            return testIgnoringCase(text);
        }
        return testKey(Collation.key(text, caseExact));
    }

    private boolean testKey(String other) {
        return switch (operator) {
            case EQ -> other.equals(key);
            case NE -> !other.equals(key);
            case CO -> search.isIn(other);
            case SW -> other.startsWith(key);
            case EW -> other.endsWith(key);
            case GT, GE, LT, LE -> operator.accepts(Collation.compare(other, key));
        };
    }

    private boolean testIgnoringCase(String text) {
        int over = text.length() - key.length();
        return switch (operator) {
            case EQ -> over == 0 && matchesAt(text, 0);
            case NE -> over != 0 || !matchesAt(text, 0);
            case CO -> search.isIn(text);
            case SW -> matchesAt(text, 0);
            case EW -> matchesAt(text, over);
            case GT, GE, LT, LE -> operator.accepts(text.compareToIgnoreCase(key));
        };
    }

    private boolean matchesAt(String text, int offset) {
        return text.regionMatches(true, offset, key, 0, key.length());
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
