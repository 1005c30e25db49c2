package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.filter.Filter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a list request asks for (RFC 7644 §3.4.2, RFC 9865 §2).
 *
 * @param filter null for all resources
 * @param sortBy null for the server's own stable order
 * @param startIndex 1-based
 * @param count resources on the page at most, 0 for none
 * @param cursor null for a page by index; empty for the first page by cursor
 */
record ListRequest(
        @Nullable Filter filter,
        @Nullable SortBy sortBy,
        long startIndex,
        int count,
        @Nullable String cursor) {

    static ListRequest of(ScimRequest request, Tolerance tolerance, Paging paging) {
        Optional<String> filter = single(request, "filter");
        Optional<String> cursor = single(request, "cursor");
        Optional<Long> startIndex = number(request, "startIndex", ScimException::invalidValue);
        if (cursor.isPresent() && startIndex.isPresent()) {
            throw ScimException.invalidValue(
                    "\"cursor\" and \"startIndex\" are two ways to page and cannot be used together; leave one out");
        }
        Optional<Long> count = number(
                request, "count", cursor.isPresent() ? ScimException::invalidCount : ScimException::invalidValue);
        return new ListRequest(
                filter.map(text -> Filter.parse(text, tolerance)).orElse(null),
                sortBy(request),
                // RFC 7644 §3.4.2.4: below 1 means 1, and a negative count means 0.
                Math.max(1, startIndex.orElse(1L)),
                (int) Math.min(paging.maxCount(), Math.max(0, count.orElse((long) paging.defaultCount()))),
                cursor.orElse(null));
    }

    private static Optional<String> single(ScimRequest request, String name) {
        List<String> values = request.parameters(name);
        if (values.size() > 1) {
            throw ScimException.invalidValue("\"" + name + "\" is given " + values.size() + " times; give it once");
        }
        return values.stream().findFirst();
    }

    private static Optional<Long> number(ScimRequest request, String name, Function<String, ScimException> refusal) {
        Optional<String> text = single(request, name).map(String::strip).filter(t -> !t.isEmpty());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        // Numbers beyond any list mean what the largest number means: a page past the end; beyond 64 bits it is a
        // mistake.
        try {
            return Optional.of(Math.min(Integer.MAX_VALUE, Math.max(Integer.MIN_VALUE, Long.parseLong(text.get()))));
        } catch (NumberFormatException e) {
            throw refusal.apply(
                    "\"" + name + "\" must be a whole number of at most 64 bits, not \"" + text.get() + "\"");
        }
    }

    private static @Nullable SortBy sortBy(ScimRequest request) {
        String by = single(request, "sortBy").map(String::strip).orElse("");
        String order = single(request, "sortOrder").map(String::strip).orElse("ascending");
        boolean descending = order.equalsIgnoreCase("descending");
        if (!descending && !order.isEmpty() && !order.equalsIgnoreCase("ascending")) {
            throw ScimException.invalidValue(
                    "\"sortOrder\" must be \"ascending\" or \"descending\", not \"" + order + "\"");
        }
        return by.isEmpty() ? null : new SortBy(by, !descending);
    }
}
