package dev.rollcall.scim.codec;

/**
 * What one request body may cost, so that no input is answered with more memory than it is worth. Immutable.
 *
 * @param maxBytes size of the body in bytes; beyond it the answer is 413
 * @param maxDepth nesting levels of the JSON; beyond it, and for the rest, the answer is 400
 * @param maxStringLength characters of one string
 */
public record Limits(long maxBytes, int maxDepth, int maxStringLength) {
    /** 16 MiB, which is a PATCH of 100,000 members, 32 levels, and strings of 1 MiB. */
    public static final Limits DEFAULT = new Limits(16L << 20, 32, 1 << 20);

    /** Checks that all are positive. */
    public Limits {
        if (maxBytes < 1 || maxDepth < 1 || maxStringLength < 1) {
            throw new IllegalArgumentException("Limits are positive numbers");
        }
    }
}
