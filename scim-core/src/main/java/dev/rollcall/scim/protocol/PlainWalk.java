package dev.rollcall.scim.protocol;

import dev.rollcall.scim.query.SortKey;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.IdRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The server's own order: one type after the other, and ids within a type. A page by cursor is a seek in the store. */
record PlainWalk(List<TypeQuery> parts) implements Walk {
    @Override
    public Slice at(long offset, int count) {
        List<Slice.Entry> entries = new ArrayList<>();
        long total = 0;
        for (TypeQuery part : parts) {
            Slice slice = part.at(Math.max(0, offset - total), count - entries.size());
            entries.addAll(slice.entries());
            total += slice.total();
        }
        return new Slice(entries, total);
    }

    @Override
    public Slice first(int count) {
        return at(0, count);
    }

    @Override
    public Slice from(boolean forward, String type, @Nullable SortKey place, int count) {
        List<Slice.Entry> entries = new ArrayList<>();
        int index = place != null ? indexOf(type) : forward ? 0 : parts.size() - 1;
        String id = place == null ? null : place.id();
        while (index >= 0 && index < parts.size() && entries.size() < count) {
            IdRange range = forward ? IdRange.after(id) : IdRange.before(id);
            try (Stream<Resource> found = parts.get(index).matches(range, count - entries.size())) {
                found.map(Slice.Entry::unsorted).forEachOrdered(entries::add);
            }
            id = null;
            index += forward ? 1 : -1;
        }
        return new Slice(entries, Slice.UNKNOWN);
    }

    private int indexOf(String type) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).type().name().equals(type)) {
                return i;
            }
        }
        throw new IllegalStateException("A cursor of this query names a type that is not in it: " + type);
    }
}
