package dev.rollcall.scim.query;

import dev.rollcall.scim.resource.Collation;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place of a resource in an order: the value it is ordered by, and its id, which decides between equal values so
 * that pages are stable (RFC 7644 §3.4.2.3). Immutable and thread-safe.
 *
 * @param value null if the resource has none
 */
public record SortKey(@Nullable SortValue value, String id) {
    /** The key of a resource. */
    public static SortKey of(Resource resource, Sort sort) {
        Attribute leaf = sort.path().leaf();
        if (leaf == resource.type().schemas()) {
            // Computed, not stored: the first of them is always the base schema.
            Value base = new Value.Reference(resource.type().schema().id());
            return new SortKey(SortValue.of(base, leaf), resource.id());
        }
        Value value = valueAt(resource.attributes(), sort.path().steps());
        return new SortKey(SortValue.of(value, leaf), resource.id());
    }

    private static @Nullable Value valueAt(Complex root, List<Attribute> steps) {
        Value value = root;
        for (Attribute step : steps) {
            value = value instanceof Complex object ? first(object.get(step)) : null;
        }
        return value;
    }

    /** Of several values the primary one counts, or else the first. */
    private static @Nullable Value first(@Nullable Value value) {
        if (!(value instanceof Value.Multi multi)) {
            return value;
        }
        return multi.values().stream()
                .filter(e -> e instanceof Complex c && c.get("primary") instanceof Value.Bool b && b.value())
                .findFirst()
                .orElse(multi.values().get(0));
    }

    /**
     * The order of keys. Those without a value come last in an ascending one and first in a descending one; of those
     * with equal values the smaller id comes first in both.
     */
    public static Comparator<SortKey> comparator(boolean ascending) {
        Comparator<SortKey> byValue =
                Comparator.comparing(SortKey::value, Comparator.nullsLast(Comparator.naturalOrder()));
        return (ascending ? byValue : byValue.reversed()).thenComparing(SortKey::id, Collation::compare);
    }
}
