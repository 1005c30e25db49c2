package dev.rollcall.scim.servlet;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Token buckets by key. A bucket is one number, the time when it will be full again; a full one is not kept at all. So
 * memory is bounded by the keys of which tokens were taken lately, and by a capacity beyond that: then the bucket that
 * was not touched for the longest time counts as full. Each call takes constant time. Thread-safe.
 */
final class Buckets<K> {
    private static final long SECOND = 1_000_000_000;
    /** More than one goes for one that comes, so that the full ones are gone sooner or later. */
    private static final int FORGOTTEN_AT_ONCE = 2;

    private final InstantSource clock;
    private final int capacity;
    private final Map<K, Long> fullAgain = new LinkedHashMap<>();

    Buckets(InstantSource clock, int capacity) {
        this.clock = clock;
        this.capacity = capacity;
    }

    /** Takes a token if there is one. Returns 0 if there was, or the whole seconds, rounded up, until there is one. */
    synchronized long take(K key, Allowance allowance) {
        long now = now();
        long full = fullAgain(key, allowance, now);
        long missing = full + allowance.interval() - now - allowance.whole();
        if (missing > 0) {
            return seconds(missing);
        }
        // Removed first, to stand at the end of the order.
        fullAgain.remove(key);
        fullAgain.put(key, full + allowance.interval());
        forget(now);
        return 0;
    }

    /** Whether there is a token, without taking it: 0, or the seconds until there is one. */
    synchronized long look(K key, Allowance allowance) {
        long now = now();
        long missing = fullAgain(key, allowance, now) + allowance.interval() - now - allowance.whole();
        return missing > 0 ? seconds(missing) : 0;
    }

    synchronized int size() {
        return fullAgain.size();
    }

    private long fullAgain(K key, Allowance allowance, long now) {
        long full = fullAgain.getOrDefault(key, now);
        long latest = now + allowance.whole();
        if (full > latest) {
            // The clock was set back; nobody waits for longer than an empty bucket takes.
            fullAgain.put(key, latest);
        }
        return Math.max(now, Math.min(full, latest));
    }

    private void forget(long now) {
        Iterator<Long> eldest = fullAgain.values().iterator();
        for (int i = 0; i < FORGOTTEN_AT_ONCE && eldest.hasNext(); i++) {
            if (eldest.next() <= now || fullAgain.size() > capacity) {
                eldest.remove();
            }
        }
    }

    private static long seconds(long nanos) {
        return (nanos + SECOND - 1) / SECOND;
    }

    private long now() {
        Instant instant = clock.instant();
        return instant.getEpochSecond() * SECOND + instant.getNano();
    }
}
