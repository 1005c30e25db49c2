package dev.rollcall.scim.protocol;

import dev.rollcall.scim.query.SortKey;
import dev.rollcall.scim.resource.Resource;
import java.util.List;

/**
 * Resources that follow each other in a list.
 *
 * @param total how many resources the whole list has; {@link #UNKNOWN} if they were not counted
 */
record Slice(List<Entry> entries, long total) {
    /** Not counted. */
    static final long UNKNOWN = -1;

    /**
     * A resource with its place in the list.
     *
     * @param place without a value if the list has no other order than that of ids
     */
    record Entry(SortKey place, Resource resource) {
        static Entry unsorted(Resource resource) {
            return new Entry(new SortKey(null, resource.id()), resource);
        }
    }

    List<Resource> resources() {
        return entries.stream().map(Entry::resource).toList();
    }
}
