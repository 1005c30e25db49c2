package dev.rollcall.scim.store;

import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.query.Sort;
import dev.rollcall.scim.schema.ResourceType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The capability to answer filters and keep orders in the store, instead of in core on a stream. A push-down MUST be
 * thread-safe. A push-down MUST decide from its arguments alone.
 */
@FunctionalInterface
public interface PushDown {
    /** Of a store that answers no filter and keeps no order but that of ids. */
    PushDown NONE = (type, filter, sort) -> new Pushed(null, filter, sort == null);

    /**
     * Says how much of a filter and an order the store takes upon itself. What is answered and what remains MUST be the
     * filter together. A filter that is taken MUST be answered exactly as a {@link
     * dev.rollcall.scim.filter.FilterCompiler} would. A filter that is taken MUST be answered within a range too. An order
     * that is taken MUST be exactly that of a {@link dev.rollcall.scim.query.SortKey}; it is asked for without a range only,
     * since sorted pages by cursor are made in core. A filter and an order that are both taken MUST go together.
     */
    Pushed push(ResourceType type, @Nullable Filter filter, @Nullable Sort sort);

    /**
     * How the store answers what it took, in its own words, such as SQL; empty unless it says so. For people who look into
     * what a filter costs. A description MUST NOT have a value of the filter in it: those are of persons.
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
