package dev.rollcall.scim.protocol;

import dev.rollcall.scim.query.SortKey;
import org.jspecify.annotations.Nullable;

/** A list in its order, of which parts are read: by position, or from a place on. */
interface Walk {
    /**
     * The entries from a position on, with the total.
     *
     * @param offset how many to pass over
     */
    Slice at(long offset, int count);

    /**
     * The entries at the beginning, with the total, in the very order in which {@link #from} goes on. That of a store that
     * keeps an order itself can differ: it need not stop at {@link dev.rollcall.scim.query.SortValue#LENGTH}.
     */
    Slice first(int count);

    /**
     * The entries next to a place, the nearest first, without the total.
     *
     * @param forward those behind the place, or else those in front of it
     * @param type the name of the resource type that the place is in, if types follow one another
     * @param place null for the beginning, or, backward, the end
     */
    Slice from(boolean forward, String type, @Nullable SortKey place, int count);

    /** The list that a request describes. */
    static Walk of(ListQuery query) {
        return query.sorted() ? new SortedWalk(query) : new PlainWalk(query.parts());
    }
}
