package dev.rollcall.scim.jdbi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Key values as columns hold them. Databases limit what an index takes, so a long value is kept as its beginning and a
 * digest: equal and different stay what they are.
 */
final class KeyText {
    /** Three bytes each in UTF-8 at most, which leaves room below PostgreSQL's limit of 2,704. */
    private static final int LONGEST = 500;

    private static final int BEGINNING = LONGEST - 50;

    private KeyText() {}

    static String of(String value) {
        if (value.length() <= LONGEST) {
            return value;
        }
        // Not between the two halves of one character.
        int end = Character.isHighSurrogate(value.charAt(BEGINNING - 1)) ? BEGINNING - 1 : BEGINNING;
        return value.substring(0, end) + "…" + sha256(value);
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
