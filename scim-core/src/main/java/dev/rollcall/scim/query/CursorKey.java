package dev.rollcall.scim.query;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals bytes so that nobody can read or make them without the key: AES-256-GCM under a key of its own for each cursor,
 * derived from half of a random salt of 24 bytes. The nonce is the other half. One key of the server with random nonces
 * of 12 bytes would wear out after some billion cursors; so it does not.
 */
final class CursorKey {
    private static final int HALF = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec secret;

    CursorKey(byte[] secret) {
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
    }

    /**
     * Salt and sealed bytes.
     *
     * @param context what must be the same when they are opened; not in the result
     */
    byte[] seal(byte[] plain, byte[] context) {
        byte[] salt = new byte[2 * HALF];
        random.nextBytes(salt);
        try {
            byte[] sealedBytes = cipher(Cipher.ENCRYPT_MODE, salt, context).doFinal(plain);
            byte[] all = Arrays.copyOf(salt, salt.length + sealedBytes.length);
            System.arraycopy(sealedBytes, 0, all, salt.length, sealedBytes.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The Java platform has no AES-GCM or HmacSHA256", e);
        }
    }

    /** The plain bytes; empty if they were sealed with another key or context, or by nobody. */
    Optional<byte[]> open(byte[] sealedBytes, byte[] context) {
        if (sealedBytes.length < 2 * HALF + TAG_BITS / 8) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, sealedBytes, context);
            return Optional.of(cipher.doFinal(sealedBytes, 2 * HALF, sealedBytes.length - 2 * HALF));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The Java platform has no AES-GCM or HmacSHA256", e);
        }
    }

    private Cipher cipher(int mode, byte[] salt, byte[] context) throws GeneralSecurityException {
        Mac derivation = Mac.getInstance("HmacSHA256");
        derivation.init(secret);
        derivation.update(salt, 0, HALF);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        SecretKeySpec own = new SecretKeySpec(derivation.doFinal(), "AES");
        cipher.init(mode, own, new GCMParameterSpec(TAG_BITS, salt, HALF, HALF));
        cipher.updateAAD(context);
        return cipher;
    }
}
