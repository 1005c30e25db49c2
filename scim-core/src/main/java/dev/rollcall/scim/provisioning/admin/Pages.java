package dev.rollcall.scim.provisioning.admin;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
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
        return Stream.iterate(
                        new Page<>(null, List.<T>of()).next(reader, id),
                        page -> !page.items.isEmpty(),
                        page -> page.next(reader, id))
                .flatMap(page -> page.items.stream());
    }

    private record Page<T>(@Nullable String last, List<T> items) {
        private Page<T> next(Reader<T> reader, Function<T, String> id) {
            boolean ended = last != null && items.size() < SIZE;
            List<T> read = ended ? List.of() : reader.read(last, SIZE);
            return new Page<>(read.isEmpty() ? null : id.apply(read.get(read.size() - 1)), read);
        }
    }
}
