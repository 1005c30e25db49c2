package dev.rollcall.scim.protocol;

import dev.rollcall.scim.query.SortKey;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.IdRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order by an attribute, in all types at once (RFC 7644 §3.4.2.3). Each part that is read is a pass over all matches
 * that keeps no more than the part, so that memory is bounded whatever the list.
 */
final class SortedWalk implements Walk {
    /** Keys in memory at once at most; a page further behind takes another pass for as many. */
    static final int MOST_KEYS = 20_000;

    private final List<TypeQuery> parts;
    private final Comparator<SortKey> order;
    private final int mostKeys;

    SortedWalk(ListQuery query) {
        this(query, MOST_KEYS);
    }

    SortedWalk(ListQuery query, int mostKeys) {
        this.parts = query.parts();
        this.order = SortKey.comparator(query.ascending());
        this.mostKeys = mostKeys;
    }

    @Override
    public Slice at(long offset, int count) {
        Optional<Slice> byStore = parts.size() == 1 ? parts.get(0).sortedByStore(offset, count) : Optional.empty();
        return byStore.orElseGet(() -> byPasses(offset, count));
    }

    @Override
    public Slice first(int count) {
        return byPasses(0, count);
    }

    private Slice byPasses(long offset, int count) {
        if (count == 0) {
            return new Slice(
                    List.of(), parts.stream().mapToLong(TypeQuery::count).sum());
        }
        if (offset == 0) {
            Pass page = new Pass(order, null, count, true);
            return new Slice(page.entries(), page.total);
        }
        long skip = offset;
        long total = Slice.UNKNOWN;
        SortKey place = null;
        while (true) {
            boolean last = skip <= mostKeys;
            Pass pass = new Pass(order, place, last ? skip + count : mostKeys, false);
            total = total == Slice.UNKNOWN ? pass.total : total;
            List<Found> found = pass.inOrder();
            if (last || found.size() < mostKeys || total <= offset) {
                return new Slice(entries(found.stream().skip(skip)), total);
            }
            place = found.get(found.size() - 1).place();
            skip -= found.size();
        }
    }

    @Override
    public Slice from(boolean forward, String type, @Nullable SortKey place, int count) {
        Pass page = new Pass(forward ? order : order.reversed(), place, count, true);
        return new Slice(page.entries(), Slice.UNKNOWN);
    }

    private static List<Slice.Entry> entries(Stream<Found> found) {
        return found.flatMap(one -> one.entry().stream()).toList();
    }

    /** A match; its resource is read again if it was not kept. */
    private record Found(
            SortKey place, TypeQuery part, @Nullable Resource resource) {
        Optional<Slice.Entry> entry() {
            Optional<Resource> shown = resource != null ? Optional.of(resource) : part.find(place.id());
            return shown.map(r -> new Slice.Entry(place, r));
        }
    }

    /** One pass over all matches, which keeps those that come first behind a place. */
    private final class Pass {
        private final PriorityQueue<Found> first;
        private long total;

        Pass(Comparator<SortKey> direction, @Nullable SortKey behind, long most, boolean withResources) {
            Comparator<Found> byPlace = Comparator.comparing(Found::place, direction);
            first = new PriorityQueue<>(byPlace.reversed());
            for (TypeQuery part : parts) {
                try (Stream<Resource> matches = part.matches(IdRange.ALL, Long.MAX_VALUE)) {
                    matches.forEach(resource -> {
                        total++;
                        SortKey place = part.place(resource);
                        if (behind == null || direction.compare(place, behind) > 0) {
                            offer(new Found(place, part, withResources ? resource : null), byPlace, most);
                        }
                    });
                }
            }
        }

        private void offer(Found found, Comparator<Found> byPlace, long most) {
            if (first.size() < most) {
                first.add(found);
            } else if (byPlace.compare(found, Objects.requireNonNull(first.peek())) < 0) {
                first.poll();
                first.add(found);
            }
        }

        List<Found> inOrder() {
            List<Found> found = new ArrayList<>();
            while (!first.isEmpty()) {
                found.add(first.poll());
            }
            Collections.reverse(found);
            return found;
        }

        List<Slice.Entry> entries() {
            return SortedWalk.entries(inOrder().stream());
        }
    }
}
