package dev.rollcall.scim.json;

/** Names in JSON and URIs of schemas, which have no case (RFC 7643 §2.1). Stateless and thread-safe. */
public final class Names {
    private Names() {}

    /**
     * The name in lower case as far as it is ASCII, of which all names are that the server knows. Takes time in
     * proportion to the name, whatever is in it; {@link String#toLowerCase} looks for the ends of the word around each
     * Greek sigma, so that a name of many thousands of them would take minutes.
     */
    public static String fold(String name) {
        int first = firstUpper(name);
        if (first == name.length()) {
            return name;
        }
        char[] folded = name.toCharArray();
        for (int i = first; i < folded.length; i++) {
            if (isUpper(folded[i])) {
                folded[i] += 'a' - 'A';
            }
        }
        return new String(folded);
    }

    private static int firstUpper(String name) {
        int i = 0;
        while (i < name.length() && !isUpper(name.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
