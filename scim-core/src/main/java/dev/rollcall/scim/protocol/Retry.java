package dev.rollcall.scim.protocol;

import dev.rollcall.scim.store.ConflictException;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Writes in a unit of work, again if it lost a race: that is the server's matter and not the client's. */
public final class Retry {
    /** With a store that does not lock, each attempt can lose to one of many writers. */
    private static final int ATTEMPTS = 500;

    private static final long MAX_PAUSE_NANOS = 2_000_000;

    private Retry() {}

    /**
     * Does the work in a unit of work, several times if need be, so that it must have no effect outside of the unit.
     *
     * @throws ConflictException if it has lost more races than anybody waits for
     */
    public static <T> T write(Store store, Function<UnitOfWork, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return store.write(work);
            } catch (ConflictException lost) {
                if (attempt == ATTEMPTS) {
                    throw lost;
                }
                long longest = Math.min(MAX_PAUSE_NANOS, 20_000L * attempt);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
            }
        }
    }
}
