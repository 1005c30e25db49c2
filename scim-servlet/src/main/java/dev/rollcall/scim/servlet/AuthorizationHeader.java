package dev.rollcall.scim.servlet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Reads the value of an {@code Authorization} header (RFC 9110 §11.6.2). */
final class AuthorizationHeader {
    private AuthorizationHeader() {}

    /**
     * The credentials in it.
     *
     * @throws IllegalArgumentException if it holds none that could be verified; the message never repeats what it holds
     */
    static Credential parse(String value) {
        String[] parts = value.strip().split("[ \t]+", 2);
        String scheme = parts[0].toLowerCase(Locale.ROOT);
        boolean known = scheme.equals("bearer") || scheme.equals("basic");
        if (parts.length == 1 && !known) {
            // Okta's "HTTP header" mode sends the token as it is.
            return new Credential.Token(parts[0]);
        }
        if (!known) {
            throw new IllegalArgumentException("The Authorization header has a scheme that is not accepted here");
        }
        if (parts.length == 1) {
            throw new IllegalArgumentException("The Authorization header has no credentials after its scheme");
        }
        return scheme.equals("bearer") ? new Credential.Token(parts[1]) : basic(parts[1]);
    }

    private static Credential basic(String encoded) {
        String decoded;
        try {
            ByteBuffer octets = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
            decoded = StandardCharsets.UTF_8.newDecoder().decode(octets).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            // Without the cause, which shows the characters.
            throw new IllegalArgumentException("The Basic credentials are not the Base64 of UTF-8");
        }
        // RFC 7617 §2: the password may have colons, the user name has none.
        int colon = decoded.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("The Basic credentials have no colon between user name and password");
        }
        return new Credential.UserPassword(decoded.substring(0, colon), decoded.substring(colon + 1));
    }
}
