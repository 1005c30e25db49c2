package dev.rollcall.scim.provisioning.provider;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/**
 * The form of tokens and passwords that are made here: a prefix by which scanners find one that has leaked, 256 random bits,
 * and a checksum that tells a mistyped one from a wrong one. Letters, digits and one underscore, so that a double click takes
 * it whole. Stateless and thread-safe.
 */
public final class SecretText {
    /** What each begins with. */
    public static final String PREFIX = "rck_";

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_BITS = 256;
    /** 62 to the power of 43 is more than 2 to the power of 256. */
    private static final int RANDOM_DIGITS = 43;
    /** 62 to the power of 6 is more than 2 to the power of 32. */
    private static final int CHECKSUM_DIGITS = 6;

    private SecretText() {}

    /** A new secret. */
    public static String make(SecureRandom random) {
        String body = PREFIX + base62(new BigInteger(RANDOM_BITS, random), RANDOM_DIGITS);
        return body + checksum(body);
    }

    /** Whether it begins like one that was made here. */
    public static boolean hasPrefix(String text) {
        return text.startsWith(PREFIX);
    }

    /** Whether it is one that could have been made here; one that is not was mistyped, cut off, or is somebody else's. */
    public static boolean looksRight(String text) {
        int end = PREFIX.length() + RANDOM_DIGITS;
        return hasPrefix(text)
                && text.length() == end + CHECKSUM_DIGITS
                && MessageDigest.isEqual(ascii(text.substring(end)), ascii(checksum(text.substring(0, end))));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(ascii(body));
        return base62(BigInteger.valueOf(crc.getValue()), CHECKSUM_DIGITS);
    }

    private static String base62(BigInteger number, int digits) {
        BigInteger base = BigInteger.valueOf(DIGITS.length());
        StringBuilder reversed = new StringBuilder();
        BigInteger rest = number;
        for (int i = 0; i < digits; i++) {
            BigInteger[] step = rest.divideAndRemainder(base);
            reversed.append(DIGITS.charAt(step[1].intValue()));
            rest = step[0];
        }
        return reversed.reverse().toString();
    }
}
