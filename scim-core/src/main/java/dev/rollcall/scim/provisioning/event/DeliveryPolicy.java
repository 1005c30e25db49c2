package dev.rollcall.scim.provisioning.event;

import java.time.Duration;

/**
 * How hard Rollcall tries to tell the host of an event. Immutable and thread-safe.
 *
 * @param attempts after how many failures an event is parked, 1 to 1,000
 * @param firstPause how long it waits after the first failure, at least a millisecond; twice as long after each further one.
 *     Each pause is shortened by up to a half, at random, so that what failed together does not come back together
 * @param longestPause how long it waits at most, not less than the first pause
 * @param lease how long a node that has taken events from the outbox may be silent before another one takes them, a second
 *     at least; longer than listeners take for one event
 */
public record DeliveryPolicy(int attempts, Duration firstPause, Duration longestPause, Duration lease) {
    /** 20 attempts, pauses of 1 second to 10 minutes, which is about an hour and a half in all; leases of 2 minutes. */
    public static final DeliveryPolicy DEFAULT =
            new DeliveryPolicy(20, Duration.ofSeconds(1), Duration.ofMinutes(10), Duration.ofMinutes(2));

    private static final int MOST_ATTEMPTS = 1_000;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is left; the message names the setting and what is allowed
     */
    public DeliveryPolicy {
        if (attempts < 1 || attempts > MOST_ATTEMPTS) {
            throw new IllegalArgumentException("attempts must be 1 to " + MOST_ATTEMPTS + ", not " + attempts);
        }
        if (firstPause.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException("firstPause must be a millisecond at least, not " + firstPause);
        }
        if (longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "longestPause must not be shorter than firstPause, " + firstPause + ", but is " + longestPause);
        }
        if (lease.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("lease must be a second at least, not " + lease);
        }
    }

    /** The same with another number of attempts. */
    public DeliveryPolicy withAttempts(int newAttempts) {
        return new DeliveryPolicy(newAttempts, firstPause, longestPause, lease);
    }

    /** The same with other pauses. */
    public DeliveryPolicy withPauses(Duration first, Duration longest) {
        return new DeliveryPolicy(attempts, first, longest, lease);
    }

    /** The same with another lease. */
    public DeliveryPolicy withLease(Duration newLease) {
        return new DeliveryPolicy(attempts, firstPause, longestPause, newLease);
    }

    /**
     * How long to wait after a failure.
     *
     * @param failures how many there were before
     * @param chance 0 to 1: how much of the half that is left to chance is waited
     */
    public Duration pause(int failures, double chance) {
        Duration pause = firstPause;
        for (int i = 0; i < failures && pause.compareTo(longestPause) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        long millis = (pause.compareTo(longestPause) < 0 ? pause : longestPause).toMillis();
        return Duration.ofMillis(Math.max(1, millis / 2 + (long) (millis / 2.0 * chance)));
    }
}
