package dev.rollcall.scim.store;

import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.query.Sort;
import dev.rollcall.scim.schema.ResourceType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What core asks of a store. Immutable and thread-safe.
 *
 * @param type the resource type
 * @param equalities keys that every wanted resource has. A store may use them to narrow what it gives, which makes a
 *     look-up by userName fast; one that ignores them is right too, since core tests each resource again
 * @param filter a filter to answer exactly; null unless the store's {@link PushDown} took it
 * @param sort an order to keep exactly; null, which means by id ascending, unless the store's {@link PushDown} took it
 * @param offset how many to pass over, from 0; 0 unless the store answers filter and order itself
 * @param limit at most how many to give; {@link Long#MAX_VALUE} for all
 */
public record StoreQuery(
        ResourceType type,
        List<Key> equalities,
        @Nullable Filter filter,
        @Nullable Sort sort,
        long offset,
        long limit) {
    /** Copies the list. */
    public StoreQuery {
        equalities = List.copyOf(equalities);
    }

    /** All resources of a type, by id. */
    public static StoreQuery all(ResourceType type) {
        return new StoreQuery(type, List.of(), null, null, 0, Long.MAX_VALUE);
    }

    /** The same with keys to narrow by. */
    public StoreQuery narrowedBy(List<Key> keys) {
        return new StoreQuery(type, keys, filter, sort, offset, limit);
    }

    /** The same for one page. */
    public StoreQuery page(long newOffset, long newLimit) {
        return new StoreQuery(type, equalities, filter, sort, newOffset, newLimit);
    }
}
