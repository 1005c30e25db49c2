package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.path.AttributePath;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.query.Sort;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Returned;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a list request asks for (RFC 7644 §3.4.2).
 *
 * @param filter null for all resources
 * @param sort null for the server's own stable order
 * @param startIndex 1-based
 * @param count resources on the page at most, 0 for none
 */
record ListRequest(@Nullable Filter filter, @Nullable Sort sort, long startIndex, int count) {

    static ListRequest of(ScimRequest request, ResourceType type, Tolerance tolerance, Paging paging) {
        PathResolver resolver = new PathResolver(type, tolerance);
        return of(request, tolerance, paging, sort(request, path -> sortPath(path, resolver)));
    }

    /** The same for a query over several types, in which a type may lack the attribute to sort by. */
    static ListRequest ofSeveral(ScimRequest request, ResourceType type, Tolerance tolerance, Paging paging) {
        PathResolver resolver = new PathResolver(type, tolerance);
        return of(
                request,
                tolerance,
                paging,
                sort(
                        request,
                        text -> AttributePath.tryParse(text)
                                .flatMap(resolver::resolve)
                                .map(found -> sortPath(text, resolver))
                                .orElse(null)));
    }

    private static ListRequest of(ScimRequest request, Tolerance tolerance, Paging paging, @Nullable Sort sort) {
        Optional<String> filter = single(request, "filter");
        return new ListRequest(
                filter.map(text -> Filter.parse(text, tolerance)).orElse(null),
                sort,
                // RFC 7644 §3.4.2.4: below 1 means 1, and a negative count means 0.
                Math.max(1, number(request, "startIndex").orElse(1L)),
                (int) Math.min(
                        paging.maxCount(), Math.max(0, number(request, "count").orElse((long) paging.defaultCount()))));
    }

    private static Optional<String> single(ScimRequest request, String name) {
        List<String> values = request.parameters(name);
        if (values.size() > 1) {
            throw ScimException.invalidValue("\"" + name + "\" is given " + values.size() + " times; give it once");
        }
        return values.stream().findFirst();
    }

    private static Optional<Long> number(ScimRequest request, String name) {
        Optional<String> text = single(request, name).map(String::strip).filter(t -> !t.isEmpty());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        // Numbers beyond any list mean what the largest number means: a page past the end; beyond 64 bits it is a
        // mistake.
        try {
            return Optional.of(Math.min(Integer.MAX_VALUE, Math.max(Integer.MIN_VALUE, Long.parseLong(text.get()))));
        } catch (NumberFormatException e) {
            throw ScimException.invalidValue(
                    "\"" + name + "\" must be a whole number of at most 64 bits, not \"" + text.get() + "\"");
        }
    }

    private static @Nullable Sort sort(ScimRequest request, Function<String, @Nullable ResolvedPath> find) {
        String by = single(request, "sortBy").map(String::strip).orElse("");
        String order = single(request, "sortOrder").map(String::strip).orElse("ascending");
        boolean descending = order.equalsIgnoreCase("descending");
        if (!descending && !order.isEmpty() && !order.equalsIgnoreCase("ascending")) {
            throw ScimException.invalidValue(
                    "\"sortOrder\" must be \"ascending\" or \"descending\", not \"" + order + "\"");
        }
        ResolvedPath path = by.isEmpty() ? null : find.apply(by);
        return path == null ? null : new Sort(path, !descending);
    }

    private static ResolvedPath sortPath(String by, PathResolver resolver) {
        AttributePath path = AttributePath.parse(by);
        ResolvedPath resolved = resolver.resolve(path)
                .orElseThrow(() -> ScimException.invalidPath("\"sortBy\": " + resolver.explainUnknown(path)));
        Attribute leaf = resolved.leaf();
        if (leaf.returned() == Returned.NEVER) {
            throw ScimException.invalidPath(
                    "\"sortBy\": \"" + by + "\" is never returned, so nothing is ordered by it");
        }
        if (!leaf.complex()) {
            return resolved;
        }
        Attribute value = leaf.multiValued() ? leaf.sub("value") : null;
        if (value == null) {
            throw ScimException.invalidPath(
                    "\"sortBy\": \"" + by + "\" has several parts; name one of " + leaf.subAttributes());
        }
        return resolved.child(value);
    }

    /** The same for another page. */
    ListRequest page(long newStartIndex, int newCount) {
        return new ListRequest(filter, sort, newStartIndex, newCount);
    }
}
