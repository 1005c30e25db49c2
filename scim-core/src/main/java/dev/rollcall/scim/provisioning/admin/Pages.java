package dev.rollcall.scim.provisioning.admin;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads page by page what is in the order of its ids, each page in a unit of work of its own. */
final class Pages {
    static final int SIZE = 500;

    private Pages() {}

    /** Reads a page: at most so many of those behind the one with the id; null for the first. */
    @FunctionalInterface
    interface Reader<T> {
        List<T> read(@Nullable String after, int limit);
    }

    /** All of it; a page is read when somebody wants to see it, and the one before is forgotten. */
    static <T> Stream<T> stream(Reader<T> reader, Function<T, String> id) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new Walk<>(reader, id), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    private static final class Walk<T> implements Iterator<T> {
        private final Reader<T> reader;
        private final Function<T, String> id;
        private List<T> page = List.of();
        private int next;
        private @Nullable String last;
        private boolean ended;

        private Walk(Reader<T> reader, Function<T, String> id) {
            this.reader = reader;
            this.id = id;
        }

        @Override
        public boolean hasNext() {
            if (next == page.size() && !ended) {
                page = reader.read(last, SIZE);
                next = 0;
                // A page that is not full is the last one.
                ended = page.size() < SIZE;
            }
            return next < page.size();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            T item = page.get(next++);
            last = id.apply(item);
            return item;
        }
    }
}
