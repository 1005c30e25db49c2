package dev.rollcall.scim.query;

import dev.rollcall.scim.error.ScimException;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Makes cursors and reads them. All that a cursor says is in its text, sealed: a server keeps nothing for it, and no
 * client can read, change or make one (RFC 9865 §5.2 and §5.3). Immutable and thread-safe.
 */
public final class Cursors {
    /** A key with fewer bytes could be guessed. */
    public static final int LEAST_KEY_BYTES = 16;

    /** How long a cursor is taken, unless said otherwise. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofHours(1);

    /** More than any cursor has; what is longer need not be decoded. */
    private static final int MOST_CHARACTERS = 16_384;

    private final List<CursorKey> keys;
    private final Duration timeout;

    private Cursors(List<CursorKey> keys, Duration timeout) {
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("A cursor is taken for a second at least, not " + timeout);
        }
        this.keys = keys;
        this.timeout = timeout;
    }

    /**
     * Cursors with keys that other nodes of the same server have too.
     *
     * @param keys 16 random bytes each at least; the first seals, and the others open cursors that were sealed before it
     *     became the first
     * @param timeout how long a cursor is taken; a second at least
     * @throws IllegalArgumentException if a key or the timeout is too short, or there is no key
     */
    public static Cursors of(List<byte[]> keys, Duration timeout) {
        if (keys.isEmpty() || keys.stream().anyMatch(key -> key.length < LEAST_KEY_BYTES)) {
            throw new IllegalArgumentException("A cursor key has " + LEAST_KEY_BYTES + " random bytes at least");
        }
        return new Cursors(keys.stream().map(CursorKey::new).toList(), timeout);
    }

    /** Cursors with a random key, which no other node and no later start has. */
    public static Cursors random(Duration timeout) {
        byte[] key = new byte[2 * LEAST_KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return of(List.of(key), timeout);
    }

    /** How long a cursor is taken. */
    public Duration timeout() {
        return timeout;
    }

    /**
     * The cursor as a client gets it: letters, digits, {@code -} and {@code _} (RFC 9865 §2, RFC 3986 §2.3).
     *
     * @param context of which query and which caller it is
     */
    public String seal(Cursor cursor, byte[] context) {
        return text(keys.get(0).seal(CursorBytes.write(cursor), context));
    }

    /**
     * The cursor in the text of a client.
     *
     * @param context of which query and which caller the request is
     * @throws ScimException {@code invalidCursor} if it was made for another query, caller or server, or is none. All of
     *     them say the same, so that nobody learns which it is (RFC 9865 §5.2)
     */
    public Cursor open(String text, byte[] context) {
        return decoded(text).flatMap(b -> open(b, context)).orElseThrow(Cursors::invalid);
    }

    private Optional<Cursor> open(byte[] sealedBytes, byte[] context) {
        return keys.stream()
                .flatMap(key -> key.open(sealedBytes, context).stream())
                .findFirst()
                .map(plain -> {
                    try {
                        return CursorBytes.read(plain);
                    } catch (IOException e) {
                        throw invalid();
                    }
                });
    }

    private static Optional<byte[]> decoded(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            // The last character of base64 has spare bits: each cursor has one spelling only.
            return Optional.of(bytes).filter(b -> text(b).equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static ScimException invalid() {
        return ScimException.invalidCursor(
                "The cursor is not one of this query; take the nextCursor or previousCursor of"
                        + " its last page with all other parameters as they were, or begin again with an empty cursor");
    }
}
