package dev.rollcall.scim.store;

import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.query.Sort;
import dev.rollcall.scim.schema.ResourceType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The capability to answer filters and keep orders in the store, instead of in core on a stream. An implementation MUST
 * be thread-safe and MUST decide from its arguments alone.
 */
@FunctionalInterface
public interface PushDown {
    /** Of a store that answers no filter and keeps no order but that of ids. */
    PushDown NONE = (type, filter, sort) -> new Pushed(null, filter, sort == null);

    /**
     * Says how much of a filter and an order the store takes upon itself. Whatever it takes it MUST answer exactly as
     * {@link dev.rollcall.scim.filter.FilterCompiler} would, a filter also within an {@link IdRange}. An order is asked for
     * without one only: sorted pages by cursor are made in core.
     */
    Pushed push(ResourceType type, @Nullable Filter filter, @Nullable Sort sort);

    /**
     * How the store answers what it took, in its own words, such as SQL; empty unless it says so. For people who look into
     * what a filter costs. MUST hold no value of the filter, since those are of persons.
     *
     * @param answered a filter out of {@link Pushed#answered}
     */
    default Optional<String> describe(ResourceType type, Filter answered) {
        return Optional.empty();
    }

    /**
     * The division of labour for one query.
     *
     * @param answered what the store answers; null for nothing
     * @param remainder what core still tests on each resource; null for nothing. A resource is wanted if it passes both
     * @param sorts whether the store keeps the order
     */
    record Pushed(@Nullable Filter answered, @Nullable Filter remainder, boolean sorts) {}
}
