package dev.rollcall.scim.protocol;

/**
 * Whether a server takes bulk requests, and how large they may be (RFC 7644 §3.7.4). Published in the service provider's
 * configuration as they are kept. Immutable.
 *
 * @param supported whether {@code POST /Bulk} is answered; if not, it is 501
 * @param maxOperations operations of one request; beyond it the answer is 413 and nothing is done
 * @param maxPayloadSize size of the body in bytes; beyond it the answer is 413 and nothing is done. As much again, at
 *     most, is kept of the resources that a client asks to get back
 */
public record BulkLimits(boolean supported, int maxOperations, long maxPayloadSize) {
    /** 1,000 operations in 16 MiB. */
    public static final BulkLimits DEFAULT = of(1_000, 16L << 20);

    /** No bulk requests at all. */
    public static final BulkLimits OFF = new BulkLimits(false, 0, 0);

    /** Checks that there are no negative limits, and positive ones where bulk requests are taken. */
    public BulkLimits {
        int least = supported ? 1 : 0;
        if (maxOperations < least || maxPayloadSize < least) {
            throw new IllegalArgumentException("Limits of bulk requests are positive numbers");
        }
    }

    /** Bulk requests within limits, both at least 1. */
    public static BulkLimits of(int maxOperations, long maxPayloadSize) {
        return new BulkLimits(true, maxOperations, maxPayloadSize);
    }
}
