package dev.rollcall.scim.protocol.password;

import java.util.Arrays;

/**
 * A new password in clear text, prepared as RFC 7644 §5 says. It exists for the time of one call: it is wiped when the
 * request is done, and shows itself nowhere. Not thread-safe.
 */
public final class Password implements AutoCloseable {
    private final char[] characters;
    private boolean wiped;

    private Password(char[] characters) {
        this.characters = characters;
    }

    /** A password that is prepared already. */
    public static Password of(String prepared) {
        return new Password(prepared.toCharArray());
    }

    /**
     * A copy of the characters, for hashing; wipe it after use.
     *
     * @throws IllegalStateException if the password was wiped
     */
    public char[] characters() {
        if (wiped) {
            throw new IllegalStateException("The password was wiped when its request ended; hash it before that");
        }
        return characters.clone();
    }

    /**
     * The password as text, which stays in memory until it is collected.
     *
     * @throws IllegalStateException if the password was wiped
     */
    public String text() {
        return new String(characters());
    }

    /** How many code points the password has. */
    public int length() {
        return Character.codePointCount(characters, 0, characters.length);
    }

    /** Wipes the password. */
    @Override
    public void close() {
        Arrays.fill(characters, '\0');
        wiped = true;
    }

    /** Nothing of the password. */
    @Override
    public String toString() {
        return "***";
    }
}
