package dev.rollcall.scim.provisioning.provider;

/**
 * How many requests a caller may make: so many a second in the long run, and so many at once after a pause. Immutable
 * and thread-safe.
 *
 * @param perSecond 1 to 1,000,000
 * @param burst 1 to 1,000,000
 */
public record RequestRate(int perSecond, int burst) {
    /** What Entra ID asks of a server, and a burst for those who push several users at once: 25 a second, 100. */
    public static final RequestRate DEFAULT = new RequestRate(25, 100);

    /** As many as come. */
    public static final RequestRate UNLIMITED = new RequestRate(RequestRate.MOST, RequestRate.MOST);

    private static final int MOST = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one of them is out of its range
     */
    public RequestRate {
        if (perSecond < 1 || perSecond > MOST || burst < 1 || burst > MOST) {
            throw new IllegalArgumentException("A request rate and its burst are numbers from 1 to " + MOST + ", not "
                    + perSecond + " and " + burst);
        }
    }

    /** The nanoseconds after which one more request may be made. */
    public long interval() {
        return SECOND / perSecond;
    }
}
