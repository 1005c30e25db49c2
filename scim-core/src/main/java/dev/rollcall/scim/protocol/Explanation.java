package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.filter.FilterCompiler;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.KeyFactory;
import dev.rollcall.scim.store.PushDown;
import dev.rollcall.scim.store.Store;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who answers which part of a filter: what the store does itself, what narrows the resources that it gives, and what core
 * tests on each of those. Filters stand in it with a question mark for each value, so that it can be logged. Immutable
 * and thread-safe; {@code toString} is for people.
 *
 * @param type the name of the resource type
 * @param filter the filter
 * @param answered the part that the store answers; null for none
 * @param how how the store answers it, in its own words, such as SQL; null if it does not say
 * @param narrowedBy the paths of the keys, or {@code id}, by which the store can find the few that core then tests; empty
 *     if it gives all that the answered part leaves
 * @param tested the part that core tests on each resource that the store gives; null for none
 */
public record Explanation(
        String type,
        String filter,
        @Nullable String answered,
        @Nullable String how,
        List<String> narrowedBy,
        @Nullable String tested) {
    /** Copies the list. */
    public Explanation {
        narrowedBy = List.copyOf(narrowedBy);
    }

    /**
     * Explains a filter on one type.
     *
     * @throws dev.rollcall.scim.error.ScimException {@code invalidFilter} if the filter does not fit the type
     */
    public static Explanation of(Store store, ResourceType type, Filter filter) {
        PathResolver resolver = new PathResolver(type, Tolerance.DEFAULT);
        new FilterCompiler(resolver, Tolerance.DEFAULT).compile(filter);
        PushDown pushDown = store.pushDown().orElse(PushDown.NONE);
        PushDown.Pushed pushed = pushDown.push(type, filter, null);
        Narrowing narrowing = new Narrowing(resolver, KeyFactory.standard());
        String id = narrowing.of(filter).id();
        if (pushed.remainder() != null && id != null) {
            // One resource is looked up, and all of the filter is tested on it.
            return new Explanation(
                    type.name(), filter.withoutValues(), null, null, List.of("id"), filter.withoutValues());
        }
        return new Explanation(
                type.name(),
                filter.withoutValues(),
                withoutValues(pushed.answered()),
                pushed.answered() == null
                        ? null
                        : pushDown.describe(type, pushed.answered()).orElse(null),
                narrowing.of(pushed.remainder()).keys().stream().map(Key::path).toList(),
                withoutValues(pushed.remainder()));
    }

    private static @Nullable String withoutValues(@Nullable Filter filter) {
        return filter == null ? null : filter.withoutValues();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(type).append(": ").append(filter);
        text.append("\n  the store answers: ").append(Objects.requireNonNullElse(answered, "nothing"));
        if (how != null) {
            text.append("\n    by: ").append(how);
        }
        text.append("\n  what it gives is narrowed by: ")
                .append(narrowedBy.isEmpty() ? "nothing else" : String.join(", ", narrowedBy));
        text.append("\n  core tests on each: ").append(Objects.requireNonNullElse(tested, "nothing"));
        return text.toString();
    }
}
