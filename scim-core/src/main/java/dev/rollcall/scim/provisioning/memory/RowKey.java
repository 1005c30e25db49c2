package dev.rollcall.scim.provisioning.memory;

import dev.rollcall.scim.resource.Collation;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names a row, from the tenant on; ordered part by part, by code points, so that what begins alike stands together.
 * Immutable.
 *
 * @param end whether this is no row, but the place behind all whose keys begin with the parts
 */
record RowKey(List<String> parts, boolean end) implements Comparable<RowKey> {
    static RowKey of(String... parts) {
        return new RowKey(List.of(parts), false);
    }

    /** The key with one more part. */
    RowKey and(String part) {
        return new RowKey(Stream.concat(parts.stream(), Stream.of(part)).toList(), false);
    }

    RowKey behindAll() {
        return new RowKey(parts, true);
    }

    /** The last part. */
    String last() {
        return parts.get(parts.size() - 1);
    }

    @Override
    public int compareTo(RowKey other) {
        int common = Math.min(parts.size(), other.parts.size());
        for (int i = 0; i < common; i++) {
            int order = Collation.compare(parts.get(i), other.parts.get(i));
            if (order != 0) {
                return order;
            }
        }
        if (parts.size() > common) {
            return other.end ? -1 : 1;
        }
        if (other.parts.size() > common) {
            return end ? 1 : -1;
        }
        return Boolean.compare(end, other.end);
    }
}
