package dev.rollcall.scim.resource;

/** The syntax of URI references: absolute or relative URIs (RFC 3986 §4.1 and appendix A). Stateless and thread-safe. */
public final class UriText {
    private static final String SCHEME_MARKS = "+-.";
    private static final String MARKS = "-._~:/?#@!$&'()*+,;=";

    private UriText() {}

    /** Whether the text is an absolute or relative URI; the empty text is not taken for one. */
    public static boolean isReference(String text) {
        return !text.isEmpty() && hasOnlyUriCharacters(text) && startsLikeReference(text);
    }

    private static boolean hasOnlyUriCharacters(String text) {
        boolean fragment = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                if (!isHex(text, i + 1) || !isHex(text, i + 2)) {
                    return false;
                }
            } else if (c == '[' || c == ']') {
                if (!isInAuthority(text, i)) {
                    return false;
                }
            } else if (!isLetterOrDigit(c) && MARKS.indexOf(c) < 0) {
                return false;
            }
            if (c == '#') {
                if (fragment) {
                    return false;
                }
                fragment = true;
            }
        }
        return true;
    }

    /** Brackets stand around the number of a host only: {@code //[::1]:8080/}. */
    private static boolean isInAuthority(String text, int at) {
        int start = text.indexOf("//") + 2;
        int end = start;
        while (start > 1 && end < text.length() && !isDelimiter(text.charAt(end))) {
            end++;
        }
        int open = text.indexOf('[', start);
        int close = text.indexOf(']', start);
        boolean begins = open == start || (open > start && text.charAt(open - 1) == '@');
        boolean whole = start > 1 && begins && open + 1 < close && close < end;
        return whole && (at == open || at == close);
    }

    /** What stands before a first colon is a scheme, unless a slash comes earlier. */
    private static boolean startsLikeReference(String text) {
        for (int i = 0; i < text.length() && !isDelimiter(text.charAt(i)); i++) {
            char c = text.charAt(i);
            if (c == ':') {
                return i > 0 && isLetter(text.charAt(0)) && isScheme(text, i);
            }
        }
        return true;
    }

    private static boolean isScheme(String text, int end) {
        for (int i = 1; i < end; i++) {
            char c = text.charAt(i);
            if (!isLetterOrDigit(c) && SCHEME_MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDelimiter(char c) {
        return c == '/' || c == '?' || c == '#';
    }

    private static boolean isHex(String text, int at) {
        return at < text.length() && Character.digit(text.charAt(at), 16) >= 0 && text.charAt(at) < 0x80;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isLetterOrDigit(char c) {
        return isLetter(c) || (c >= '0' && c <= '9');
    }
}
