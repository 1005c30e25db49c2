package dev.rollcall.scim.provisioning.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a secret, to be kept in its place. That is enough for a secret made of 128 random bits or more, and
 * too little for a password that a person thought of. Immutable and thread-safe.
 */
public final class SecretHash {
    private static final int LENGTH = 32;

    private final byte[] hash;

    private SecretHash(byte[] hash) {
        this.hash = hash;
    }

    /** The hash of the secret's UTF-8. */
    public static SecretHash of(String secret) {
        try {
            return new SecretHash(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * The hash that {@link #hex} wrote.
     *
     * @throws IllegalArgumentException if it is not 64 hexadecimal digits
     */
    public static SecretHash ofHex(String hex) {
        byte[] hash = HexFormat.of().parseHex(hex);
        if (hash.length != LENGTH) {
            throw new IllegalArgumentException("A SHA-256 has 64 hexadecimal digits, not " + hex.length());
        }
        return new SecretHash(hash);
    }

    /** The hash in 64 hexadecimal digits, lower case. */
    public String hex() {
        return HexFormat.of().formatHex(hash);
    }

    /** Whether both are of the same secret; takes the same time whether or not they are. */
    public boolean matches(SecretHash other) {
        return MessageDigest.isEqual(hash, other.hash);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretHash that && matches(that);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    /** Not the hash, which belongs into no log. */
    @Override
    public String toString() {
        return "SecretHash";
    }
}
