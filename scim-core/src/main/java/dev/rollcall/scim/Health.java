package dev.rollcall.scim;

import org.jspecify.annotations.Nullable;

/**
 * Whether a server could answer requests when it was asked. Immutable.
 *
 * @param up whether its store answers
 * @param cause why not, for the log of the operator and nobody else; null if it is up
 */
public record Health(boolean up, @Nullable Throwable cause) {
    static Health of(Runnable check) {
        try {
            check.run();
            return new Health(true, null);
        } catch (RuntimeException e) {
            return new Health(false, e);
        }
    }
}
