package dev.rollcall.scim.provisioning.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What was found a short time ago, so that it need not be looked up again. What was not found is not remembered: whoever asks
 * for nonsense must not push out what others need. In bounded memory; thread-safe.
 */
final class Remembered<K, V> {
    private record Known<V>(V value, Instant since) {}

    private final InstantSource clock;
    private final Duration longest;
    private final Map<K, Known<V>> entries;

    Remembered(InstantSource clock, Duration longest, int most) {
        this.clock = clock;
        this.longest = longest;
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Known<V>> eldest) {
                return size() > most;
            }
        };
    }

    /** What is remembered and not too old, or else what is found now. */
    Optional<V> get(K key, Supplier<Optional<V>> find) {
        // Before the look: what is found may be out of date from the moment on at which it was asked for.
        Instant now = clock.instant();
        synchronized (entries) {
            Known<V> entry = entries.get(key);
            if (entry != null && isFresh(entry, now)) {
                return Optional.of(entry.value);
            }
            entries.remove(key);
        }
        Optional<V> found = find.get();
        found.ifPresent(value -> {
            synchronized (entries) {
                entries.put(key, new Known<>(value, now));
            }
        });
        return found;
    }

    /** Not, either, if the clock was set back: nobody knows for how long it has been there. */
    private boolean isFresh(Known<V> entry, Instant now) {
        return !now.isBefore(entry.since) && now.isBefore(entry.since.plus(longest));
    }

    /** Forgets such values. */
    void forget(Predicate<V> which) {
        synchronized (entries) {
            entries.values().removeIf(entry -> which.test(entry.value));
        }
    }
}
