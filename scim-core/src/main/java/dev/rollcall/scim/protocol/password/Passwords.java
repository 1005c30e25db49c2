package dev.rollcall.scim.protocol.password;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of passwords. Immutable; thread-safe if its parts are.
 *
 * @param handler takes them over; null drops them
 * @param policy what they must be like for the handler to see them
 */
public record Passwords(@Nullable PasswordHandler handler, PasswordPolicy policy) {
    /** Passwords are accepted and dropped. */
    public static final Passwords DROPPED = new Passwords(null, PasswordPolicy.DEFAULT);
}
