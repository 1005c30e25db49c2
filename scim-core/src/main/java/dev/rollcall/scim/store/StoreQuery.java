package dev.rollcall.scim.store;

import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.query.Sort;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What core asks of a store. Immutable and thread-safe.
 *
 * @param type the resource type
 * @param equalities keys that every wanted resource has, which make a look-up by userName fast: a store may leave away
 *     those that lack one of them, and one that gives them all the same is right too, since core tests each resource again.
 *     Equalities MUST NOT lose a resource that has them all.
 * @param filter a filter to answer exactly; null unless the store's {@link PushDown} took it
 * @param sort an order to keep exactly; null, which means by id in the direction of the range, unless the store's {@link PushDown} took it
 * @param range which ids, in which direction. A query MUST give no resource outside of its range. A query MUST give what
 *     is in its range in its direction. It SHOULD seek to the beginning of the range instead of reading up to it, since a
 *     walk by cursor asks for one range after another. {@link IdRange#ALL} if there is a sort
 * @param offset how many of those in the range to pass over, from 0; 0 unless the store answers filter and order itself
 * @param limit at most how many to give; {@link Long#MAX_VALUE} for all. A query MUST pass over as many as its offset
 *     says, and give at most as many as its limit.
 */
public record StoreQuery(
        ResourceType type,
        List<Key> equalities,
        @Nullable Filter filter,
        @Nullable Sort sort,
        IdRange range,
        long offset,
        long limit) {
    /** Copies the list. */
    public StoreQuery {
        equalities = List.copyOf(equalities);
        if (sort != null && !range.equals(IdRange.ALL)) {
            throw new IllegalArgumentException("A range of ids is not possible together with another order");
        }
    }

    /** All resources of a type, by id. */
    public static StoreQuery all(ResourceType type) {
        return new StoreQuery(type, List.of(), null, null, IdRange.ALL, 0, Long.MAX_VALUE);
    }

    /** What a push-down took: all that the filter holds for, in that order; null stands for no filter, and for by id. */
    public static StoreQuery of(ResourceType type, @Nullable Filter filter, @Nullable Sort sort) {
        return new StoreQuery(type, List.of(), filter, sort, IdRange.ALL, 0, Long.MAX_VALUE);
    }

    /** The prepared value that every wanted resource has at the path, if the query says so; see {@link #equalities}. */
    public Optional<String> equality(String path) {
        return equalities.stream()
                .filter(key -> key.path().equals(path))
                .map(Key::value)
                .findFirst();
    }

    /** The same with keys to narrow by. */
    public StoreQuery narrowedBy(List<Key> keys) {
        return new StoreQuery(type, keys, filter, sort, range, offset, limit);
    }

    /** The same for a part of the ids. */
    public StoreQuery within(IdRange newRange) {
        return new StoreQuery(type, equalities, filter, sort, newRange, offset, limit);
    }

    /**
     * The result of this query for a store that reads a page at a time: as many pages as are asked for, each of what comes
     * behind the last resource of the one before, so that nothing stays open and little is in memory.
     *
     * @param page gives the first resources of the query that it is given, in the order of the range, whatever its offset
     *     and limit are; none only if there are none
     */
    public Stream<Resource> inPages(Function<StoreQuery, List<Resource>> page) {
        return Stream.iterate(
                        page.apply(this),
                        found -> !found.isEmpty(),
                        found -> page.apply(
                                within(range.behind(found.get(found.size() - 1).id()))))
                .flatMap(List::stream)
                .skip(offset)
                .limit(limit);
    }

    /** The same for one page. */
    public StoreQuery page(long newOffset, long newLimit) {
        return new StoreQuery(type, equalities, filter, sort, range, newOffset, newLimit);
    }
}
