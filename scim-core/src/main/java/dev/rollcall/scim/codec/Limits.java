package dev.rollcall.scim.codec;

/**
 * What one request body may cost, so that no input is answered with more memory than it is worth. Immutable.
 *
 * @param maxBytes size of the body in bytes; beyond it the answer is 413
 * @param maxDepth nesting levels of the JSON; beyond it, and for the rest, the answer is 400
 * @param maxStringLength characters of one string
 * @param maxOperations operations of one PATCH; beyond it 400 {@code tooMany}. An operation can name any number of members
 * @param maxValues values of one attribute of a resource; beyond it 400 {@code tooMany}. Members of groups do not count
 */
public record Limits(long maxBytes, int maxDepth, int maxStringLength, int maxOperations, int maxValues) {
    /** 16 MiB, which is a PATCH of 100,000 members; 32 levels; strings of 1 MiB; 5,000 operations and values. */
    public static final Limits DEFAULT = new Limits(16L << 20, 32, 1 << 20, 5_000, 5_000);

    /** Checks that all are positive. */
    public Limits {
        if (maxBytes < 1 || maxDepth < 1 || maxStringLength < 1 || maxOperations < 1 || maxValues < 1) {
            throw new IllegalArgumentException("Limits are positive numbers");
        }
    }

    /** The same with another size of the body. */
    public Limits withMaxBytes(long bytes) {
        return new Limits(bytes, maxDepth, maxStringLength, maxOperations, maxValues);
    }
}
