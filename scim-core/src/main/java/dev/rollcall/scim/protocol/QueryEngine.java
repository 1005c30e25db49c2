package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.filter.FilterCompiler;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.query.Sort;
import dev.rollcall.scim.query.SortKey;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.PushDown;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers list requests: gives the store what the store can do, and does the rest on a stream, in memory that is bounded
 * by the page.
 */
final class QueryEngine {
    private final Exchange exchange;
    private final Scope scope;
    private final ResourceStore store;
    private final ResourceType type;
    private final PathResolver resolver;
    private final FilterCompiler filters;
    private final Narrowing narrowing;
    private final PushDown pushDown;

    /** Queries one type. */
    QueryEngine(Exchange exchange, UnitOfWork unit, ResourceType type) {
        this(exchange, unit, type, UnaryOperator.identity());
    }

    /** Queries one of several types; attributes that it lacks count as unassigned (RFC 7644 §3.4.2.1). */
    static QueryEngine ofSeveral(Exchange exchange, UnitOfWork unit, ResourceType type) {
        return new QueryEngine(exchange, unit, type, FilterCompiler::unknownAsAbsent);
    }

    private QueryEngine(Exchange exchange, UnitOfWork unit, ResourceType type, UnaryOperator<FilterCompiler> mode) {
        Tolerance tolerance = exchange.options().tolerance();
        this.exchange = exchange;
        this.scope = exchange.scope();
        this.store = unit.resources();
        this.type = type;
        this.resolver = new PathResolver(type, tolerance);
        this.filters = mode.apply(
                new FilterCompiler(resolver, tolerance).withRelations(new MembershipTerms(exchange, unit, type)));
        this.narrowing = new Narrowing(resolver, exchange.keys());
        this.pushDown = exchange.settings()
                .store()
                .pushDown()
                .orElse((t, filter, sort) -> new PushDown.Pushed(null, filter, sort == null));
    }

    /**
     * One page.
     *
     * @param total how many resources match on all pages
     */
    record Page(List<Resource> resources, long total) {}

    Page run(ListRequest asked) {
        // Compiled whole, whoever answers it, so that a wrong filter is refused by every store alike.
        SensitiveFilters.check(exchange, resolver, asked.filter());
        Predicate<Resource> whole = asked.filter() == null ? r -> true : filters.compile(asked.filter());
        PushDown.Pushed pushed = pushDown.push(type, asked.filter(), asked.sort());
        StoreQuery query = new StoreQuery(
                type, List.of(), pushed.answered(), pushed.sorts() ? asked.sort() : null, 0, Long.MAX_VALUE);
        if (pushed.remainder() == null && pushed.sorts()) {
            return byStore(query, asked);
        }
        Predicate<Resource> rest = asked.filter() == pushed.remainder() ? whole : compile(pushed.remainder());
        Narrowing.Narrowed narrowed = narrowing.of(asked.filter());
        if (narrowed.id() != null) {
            Stream<Resource> one = store.find(scope, type, narrowed.id()).stream();
            return paged(one.filter(whole), asked, asked.sort());
        }
        try (Stream<Resource> candidates = store.query(scope, query.narrowedBy(narrowed.keys()))) {
            return paged(candidates.filter(rest), asked, pushed.sorts() ? null : asked.sort());
        }
    }

    private Predicate<Resource> compile(@Nullable Filter filter) {
        return filter == null ? r -> true : filters.compile(filter);
    }

    private Page byStore(StoreQuery query, ListRequest asked) {
        long total = store.count(scope, query);
        long offset = asked.startIndex() - 1;
        if (asked.count() == 0 || offset >= total) {
            return new Page(List.of(), total);
        }
        try (Stream<Resource> page = store.query(scope, query.page(offset, asked.count()))) {
            return new Page(page.toList(), total);
        }
    }

    private Page paged(Stream<Resource> matching, ListRequest asked, @Nullable Sort sort) {
        return sort == null ? inOrder(matching, asked) : sorted(matching, asked, sort);
    }

    private static Page inOrder(Stream<Resource> matching, ListRequest asked) {
        List<Resource> page = new ArrayList<>();
        long[] total = new long[1];
        matching.forEachOrdered(resource -> {
            if (++total[0] >= asked.startIndex() && page.size() < asked.count()) {
                page.add(resource);
            }
        });
        return new Page(page, total[0]);
    }

    /** Keeps the keys up to the end of the page, and reads the resources of the page once that is known. */
    private Page sorted(Stream<Resource> matching, ListRequest asked, Sort sort) {
        Comparator<SortKey> order = SortKey.comparator(sort);
        long end = asked.startIndex() - 1 + asked.count();
        PriorityQueue<SortKey> first = new PriorityQueue<>(order.reversed());
        long[] total = new long[1];
        matching.forEach(resource -> {
            total[0]++;
            first.add(SortKey.of(resource, sort));
            if (first.size() > end) {
                first.poll();
            }
        });
        List<Resource> page = first.stream()
                .sorted(order)
                .skip(asked.startIndex() - 1)
                .flatMap(key -> store.find(scope, type, key.id()).stream())
                .toList();
        return new Page(page, total[0]);
    }
}
