package dev.rollcall.examples.server;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/**
 * Tokens and passwords that this server makes: a prefix by which scanners find one that has leaked, 256 random bits, and
 * a checksum that tells a mistyped one from a wrong one. Letters and digits only, so that a double click takes it whole.
 */
final class Secret {
    private static final String PREFIX = "rck_";
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_BITS = 256;
    /** 62 to the power of 43 is more than 2 to the power of 256. */
    private static final int RANDOM_DIGITS = 43;
    /** 62 to the power of 6 is more than 2 to the power of 32. */
    private static final int CHECKSUM_DIGITS = 6;

    private Secret() {}

    static String make(SecureRandom random) {
        String body = PREFIX + base62(new BigInteger(RANDOM_BITS, random), RANDOM_DIGITS);
        return body + checksum(body);
    }

    static boolean isOurs(String secret) {
        return secret.startsWith(PREFIX);
    }

    /** Whether the secret is as it was made. */
    static boolean isWhole(String secret) {
        int end = PREFIX.length() + RANDOM_DIGITS;
        return isOurs(secret)
                && secret.length() == end + CHECKSUM_DIGITS
                && secret.substring(end).equals(checksum(secret.substring(0, end)));
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
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
