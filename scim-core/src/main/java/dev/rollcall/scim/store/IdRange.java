package dev.rollcall.scim.store;

import dev.rollcall.scim.resource.Collation;
import org.jspecify.annotations.Nullable;

/**
 * A part of the resources in the order of their ids, and the direction in which it is read: what a page by cursor needs
 * (RFC 9865). Immutable and thread-safe.
 *
 * <p>The ids are places in the order, not resources: one with that id may never have been, or be gone.
 *
 * @param after only ids behind this one; null for no such bound
 * @param before only ids in front of this one; null for no such bound
 * @param descending whether the largest id comes first
 */
public record IdRange(@Nullable String after, @Nullable String before, boolean descending) {
    /** All resources, the smallest id first. */
    public static final IdRange ALL = new IdRange(null, null, false);

    /** The ids behind this one, the nearest first; null for all from the smallest on. */
    public static IdRange after(@Nullable String id) {
        return new IdRange(id, null, false);
    }

    /** The ids in front of this one, the nearest first; null for all from the largest on. */
    public static IdRange before(@Nullable String id) {
        return new IdRange(null, id, true);
    }

    /** What is left of this range when those up to the id have been read. */
    public IdRange behind(String id) {
        return descending ? new IdRange(after, id, true) : new IdRange(id, before, false);
    }

    /** Whether the id lies within the bounds, by code points. */
    public boolean contains(String id) {
        return (after == null || Collation.compare(id, after) > 0)
                && (before == null || Collation.compare(id, before) < 0);
    }
}
