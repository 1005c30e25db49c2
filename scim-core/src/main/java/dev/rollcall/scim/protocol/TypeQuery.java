package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.filter.FilterCompiler;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.query.Sort;
import dev.rollcall.scim.query.SortKey;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.IdRange;
import dev.rollcall.scim.store.PushDown;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what matches among the resources of one type: gives the store what it can do, and does the rest on a stream. */
final class TypeQuery {
    private final Scope scope;
    private final ResourceStore store;
    private final ResourceType type;
    private final @Nullable Sort sort;
    private final PageEnds pageEnds;

    /** What is asked of the store for matches in the order of ids. */
    private final StoreQuery query;

    /** What is asked of it for matches in the wanted order; null if it does not do all of that. */
    private final @Nullable StoreQuery sortedQuery;

    /** What is left to test; null if the store answers the whole filter. */
    private final @Nullable Predicate<Resource> rest;

    /** The only id that can match; null if there may be several. */
    private final @Nullable String id;

    /** Queries one type. */
    static TypeQuery of(
            Exchange exchange, UnitOfWork unit, ResourceType type, @Nullable Filter filter, @Nullable Sort s) {
        return new TypeQuery(exchange, unit, type, filter, s, UnaryOperator.identity());
    }

    /** Queries one of several types; attributes that it lacks count as unassigned (RFC 7644 §3.4.2.1). */
    static TypeQuery ofSeveral(
            Exchange exchange, UnitOfWork unit, ResourceType type, @Nullable Filter filter, @Nullable Sort s) {
        return new TypeQuery(exchange, unit, type, filter, s, FilterCompiler::unknownAsAbsent);
    }

    private TypeQuery(
            Exchange exchange,
            UnitOfWork unit,
            ResourceType type,
            @Nullable Filter filter,
            @Nullable Sort sort,
            UnaryOperator<FilterCompiler> mode) {
        this.scope = exchange.scope();
        this.store = unit.resources();
        this.type = type;
        this.sort = sort;
        this.pageEnds = exchange.readers().pageEnds();
        Tolerance tolerance = exchange.options().tolerance();
        PathResolver resolver = new PathResolver(type, tolerance);
        SensitiveFilters.check(exchange, resolver, filter);
        FilterCompiler filters = mode.apply(
                new FilterCompiler(resolver, tolerance).withRelations(new MembershipTerms(exchange, unit, type)));
        // Compiled whole, whoever answers it, so that a wrong filter is refused by every store alike.
        Predicate<Resource> whole = filter == null ? r -> true : filters.compile(filter);
        PushDown pushDown = exchange.settings().store().pushDown().orElse(PushDown.NONE);
        PushDown.Pushed sorted = pushDown.push(type, filter, sort);
        this.sortedQuery =
                sorted.sorts() && sorted.remainder() == null ? StoreQuery.of(type, sorted.answered(), sort) : null;
        PushDown.Pushed plain = sort == null ? sorted : pushDown.push(type, filter, null);
        StoreQuery unsorted = StoreQuery.of(type, plain.answered(), null);
        Filter remainder = plain.remainder();
        if (remainder == null) {
            this.rest = null;
            this.id = null;
            this.query = unsorted;
        } else {
            Narrowing keys = new Narrowing(resolver, exchange.keys());
            this.id = keys.of(filter).id();
            this.rest = remainder == filter || id != null ? whole : filters.compile(remainder);
            // What the store answers anyway need not narrow what it gives.
            this.query = unsorted.narrowedBy(keys.of(remainder).keys());
        }
    }

    ResourceType type() {
        return type;
    }

    /** The place of a resource in the wanted order. */
    SortKey place(Resource resource) {
        return sort == null ? new SortKey(null, resource.id()) : SortKey.of(resource, sort);
    }

    Optional<Resource> find(String wanted) {
        return store.find(scope, type, wanted);
    }

    /** How many match. */
    long count() {
        if (rest == null) {
            return store.count(scope, query);
        }
        try (Stream<Resource> matches = matches(IdRange.ALL, Long.MAX_VALUE)) {
            return matches.count();
        }
    }

    /** The matches in a range of ids, in its order; the caller closes the stream. */
    Stream<Resource> matches(IdRange range, long most) {
        if (rest == null) {
            return store.query(scope, query.within(range).page(0, most));
        }
        if (id != null) {
            return find(id).filter(rest).filter(r -> range.contains(id)).stream()
                    .limit(most);
        }
        Stream<Resource> matches = store.query(scope, query.within(range)).filter(rest);
        return most == Long.MAX_VALUE ? matches : matches.limit(most);
    }

    /** Matches in the order of ids, with the total. */
    Slice at(long offset, int count) {
        if (rest == null) {
            return inSequence(offset, count);
        }
        List<Slice.Entry> entries = new ArrayList<>();
        long[] total = new long[1];
        try (Stream<Resource> matches = matches(IdRange.ALL, Long.MAX_VALUE)) {
            matches.forEachOrdered(resource -> {
                if (++total[0] > offset && entries.size() < count) {
                    entries.add(Slice.Entry.unsorted(resource));
                }
            });
        }
        return new Slice(entries, total[0]);
    }

    /** The same where the store answers all of the filter: behind the page before, if that was read here just now. */
    private Slice inSequence(long offset, int count) {
        PageEnds.Place begin = new PageEnds.Place(scope, type.name(), query.filter(), offset);
        Optional<String> before = offset == 0 || count == 0 ? Optional.empty() : pageEnds.before(begin);
        Slice page = before.isPresent()
                ? new Slice(
                        entries(query.within(IdRange.after(before.get())).page(0, count)), store.count(scope, query))
                : page(query, offset, count);
        // Behind a page that is not full there is nothing to go on with, as behind most look-ups.
        if (count > 0 && page.entries().size() == count) {
            Slice.Entry last = page.entries().get(page.entries().size() - 1);
            pageEnds.note(begin.after(count), last.place().id());
        }
        return page;
    }

    /** Matches in the wanted order, with the total; empty if the store does not keep that order. */
    Optional<Slice> sortedByStore(long offset, int count) {
        return sortedQuery == null ? Optional.empty() : Optional.of(page(sortedQuery, offset, count));
    }

    private Slice page(StoreQuery asked, long offset, int count) {
        List<Slice.Entry> entries = count == 0 ? List.of() : entries(asked.page(offset, count));
        // A page that is not full shows the end, and a look-up needs no second look.
        boolean seesEnd = entries.size() < count && (offset == 0 || !entries.isEmpty());
        return new Slice(entries, seesEnd ? offset + entries.size() : store.count(scope, asked));
    }

    private List<Slice.Entry> entries(StoreQuery page) {
        try (Stream<Resource> found = store.query(scope, page)) {
            return found.map(r -> new Slice.Entry(place(r), r)).toList();
        }
    }
}
