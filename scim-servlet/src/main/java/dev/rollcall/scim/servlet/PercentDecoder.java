package dev.rollcall.scim.servlet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes the percent-encoding of UTF-8, once and without mercy (RFC 3986 §2.1). */
final class PercentDecoder {
    private PercentDecoder() {}

    /**
     * The decoded text.
     *
     * @throws IllegalArgumentException if a percent sign does not start an octet, or the octets are not UTF-8; the
     *     message says so and shows nothing of the text
     */
    static String decode(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return encoded;
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream(encoded.length());
        int at = 0;
        while (at < encoded.length()) {
            int percent = encoded.indexOf('%', at);
            int end = percent < 0 ? encoded.length() : percent;
            octets.writeBytes(encoded.substring(at, end).getBytes(StandardCharsets.UTF_8));
            if (percent < 0) {
                break;
            }
            octets.write(octet(encoded, percent));
            at = percent + 3;
        }
        return utf8(octets.toByteArray());
    }

    private static int octet(String encoded, int percent) {
        int high = percent + 2 < encoded.length() ? hex(encoded.charAt(percent + 1)) : -1;
        int low = high < 0 ? -1 : hex(encoded.charAt(percent + 2));
        if (low < 0) {
            throw new IllegalArgumentException("a % is not followed by two hexadecimal digits; write % itself as %25");
        }
        return high << 4 | low;
    }

    /** Not {@link Character#digit}, which takes the digits of all scripts. */
    private static int hex(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    private static String utf8(byte[] octets) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the percent-encoded octets are not UTF-8", e);
        }
    }
}
