package dev.rollcall.scim.protocol;

import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.store.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where pages by index ended, for a while: who reads on at the next index goes on behind the last entry that it was
 * given, at the cost of a seek, and neither misses nor repeats one because others came and went before it. What is not
 * known here, on another node say, is counted off from the beginning of the list. Thread-safe.
 */
final class PageEnds {
    /** Longer than anybody takes from one page to the next. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Map<Place, End> ends = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, End> eldest) {
            return size() > MOST;
        }
    };

    PageEnds(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * A place in a list in the order of ids.
     *
     * @param offset how many entries are before it
     */
    record Place(Scope scope, String type, @Nullable Filter filter, long offset) {
        Place after(int more) {
            return new Place(scope, type, filter, offset + more);
        }
    }

    private record End(String id, Instant noted) {}

    /** The id of the entry before the place, if a page ended there lately. */
    synchronized Optional<String> before(Place place) {
        return Optional.ofNullable(ends.get(place))
                .filter(end -> clock.instant().isBefore(end.noted().plus(KEPT)))
                .map(End::id);
    }

    /** Notes that the entry before the place has the id. */
    synchronized void note(Place place, String id) {
        ends.put(place, new End(id, clock.instant()));
    }
}
