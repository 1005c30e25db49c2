package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.query.SortValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Key values as columns hold them. Databases limit what an index takes, so a long value is kept as its beginning and a
 * digest: equal and different stay what they are, and so does every order that the beginning decides.
 */
final class KeyText {
    /**
     * Most characters that are kept as they are, and that a long value keeps of its beginning; as many as count for an
     * order. Four bytes each in UTF-8 at most, which leaves room for the rest of an entry below PostgreSQL's limit of
     * 2,704.
     */
    static final int LONGEST = SortValue.LENGTH;

    private KeyText() {}

    static String of(String value) {
        return isLong(value)
                // By whole characters, not between the two halves of one.
                ? value.substring(0, value.offsetByCodePoints(0, LONGEST)) + "…" + sha256(value)
                : value;
    }

    /** Whether a column holds the beginning only; what it holds then is longer than any value that is not. */
    static boolean isLong(String value) {
        return value.length() > LONGEST && value.codePointCount(0, value.length()) > LONGEST;
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
