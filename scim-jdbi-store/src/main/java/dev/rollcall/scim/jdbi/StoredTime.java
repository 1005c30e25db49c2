package dev.rollcall.scim.jdbi;

import java.time.Instant;

/** Instants as nanoseconds since 1970, which every database keeps exactly; from the year 1677 to 2262. */
final class StoredTime {
    private static final long NANOS = 1_000_000_000;

    private StoredTime() {}

    /** The nanoseconds; throws {@link ArithmeticException} if there are too many for a long. */
    static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano());
    }

    static Instant toInstant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }
}
