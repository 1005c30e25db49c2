package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.ResourceWriter;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.query.Sort;
import dev.rollcall.scim.query.SortKey;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A query at the base URL, over resources of all types (RFC 7644 §3.4.2.1). */
final class RootListing {
    /** A sorted page of several types needs the keys of every page before it. */
    private static final int MAX_SORTED = 10_000;

    private final Exchange exchange;
    private final UnitOfWork unit;

    private RootListing(Exchange exchange, UnitOfWork unit) {
        this.exchange = exchange;
        this.unit = unit;
    }

    static ScimResponse handle(Exchange exchange) {
        return exchange.settings().store().read(unit -> new RootListing(exchange, unit).answer());
    }

    private ScimResponse answer() {
        Map<ResourceType, ListRequest> asked = new HashMap<>();
        List<ResourceType> types = exchange.settings().registry().resourceTypes();
        types.forEach(type -> asked.put(
                type,
                ListRequest.ofSeveral(
                        exchange.request(),
                        type,
                        exchange.options().tolerance(),
                        exchange.settings().paging())));
        ListRequest any = asked.values().iterator().next();
        Sort sort = asked.values().stream()
                .map(ListRequest::sort)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        QueryEngine.Page page = sort == null ? inOrder(types, any) : sorted(types, asked, sort);
        List<ResourceWriter.Entry> entries = entries(page.resources());
        return ScimResponse.of(200, out -> ResourceWriter.writeList(entries, page.total(), any.startIndex(), out));
    }

    /** One type after the other, each in its own order. */
    private QueryEngine.Page inOrder(List<ResourceType> types, ListRequest asked) {
        List<Resource> resources = new ArrayList<>();
        long total = 0;
        for (ResourceType type : types) {
            long before = Math.max(0, asked.startIndex() - 1 - total);
            QueryEngine.Page page = run(type, asked.page(before + 1, asked.count() - resources.size()));
            resources.addAll(page.resources());
            total += page.total();
        }
        return new QueryEngine.Page(resources, total);
    }

    private QueryEngine.Page sorted(List<ResourceType> types, Map<ResourceType, ListRequest> asked, Sort sort) {
        ListRequest any = asked.values().iterator().next();
        long end = any.startIndex() - 1 + any.count();
        if (end > MAX_SORTED) {
            throw ScimException.tooMany("A sorted query over all types reaches as far as result " + MAX_SORTED
                    + "; sort within one type, or add a filter");
        }
        Map<SortKey, Resource> keys = new HashMap<>();
        long total = 0;
        for (ResourceType type : types) {
            QueryEngine.Page page = run(type, asked.get(type).page(1, (int) end));
            total += page.total();
            Sort own = asked.get(type).sort();
            page.resources().forEach(resource -> keys.put(key(resource, own), resource));
        }
        Comparator<SortKey> order = SortKey.comparator(sort);
        List<Resource> resources = keys.keySet().stream()
                .sorted(order)
                .skip(any.startIndex() - 1)
                .limit(any.count())
                .map(keys::get)
                .toList();
        return new QueryEngine.Page(resources, total);
    }

    private static SortKey key(Resource resource, @Nullable Sort sort) {
        return sort == null ? new SortKey(null, resource.id()) : SortKey.of(resource, sort);
    }

    private QueryEngine.Page run(ResourceType type, ListRequest asked) {
        return QueryEngine.ofSeveral(exchange, unit, type).run(asked);
    }

    /** The entries in the order of the resources, each type prepared at once. */
    private List<ResourceWriter.Entry> entries(List<Resource> resources) {
        Map<String, ResourceWriter.Entry> entries = new HashMap<>();
        for (ResourceType type : exchange.settings().registry().resourceTypes()) {
            List<Resource> own =
                    resources.stream().filter(r -> r.type() == type).toList();
            Representation.of(exchange, unit, own, exchange.projection(type))
                    .forEach(entry -> entries.put(entry.resource().id(), entry));
        }
        return resources.stream().map(r -> entries.get(r.id())).toList();
    }
}
