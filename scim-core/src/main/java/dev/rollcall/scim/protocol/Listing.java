package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.Projection;
import dev.rollcall.scim.codec.ResourceWriter;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.query.Sort;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** GET of many resources, or a search for them (RFC 7644 §3.4.2 and §3.4.3). */
final class Listing {
    /** How far startIndex reaches in an order over all types, each page of which reads everything; cursors go on. */
    private static final int MOST_SORTED = 10_000;

    private final Exchange exchange;
    private final Map<ResourceType, Projection> shown = new LinkedHashMap<>();
    private final List<ResourceType> types;
    private final ListRequest asked;
    private final Map<ResourceType, Sort> sorts;
    private final @Nullable CursorPages pages;

    /** Understands all of the request, so that a wrong one costs the store nothing. */
    private Listing(Exchange exchange, List<ResourceType> types, ListRequest asked, Map<ResourceType, Sort> sorts) {
        this.exchange = exchange;
        this.types = types;
        this.asked = asked;
        this.sorts = sorts;
        types.forEach(type -> shown.put(type, exchange.projection(type)));
        String cursor = asked.cursor();
        this.pages = cursor == null
                ? null
                : CursorPages.of(exchange, CursorContext.of(exchange, asked, types, sorts), cursor, asked.count());
    }

    /** Resources of one type. */
    static ScimResponse handle(Exchange exchange, ResourceType type) {
        ListRequest asked = request(exchange);
        SortBy sortBy = asked.sortBy();
        Map<ResourceType, Sort> sorts = sortBy == null ? Map.of() : Map.of(type, sortBy.in(type, exchange));
        return new Listing(exchange, List.of(type), asked, sorts).answer();
    }

    /** Resources of all types, for a query at the base URL (RFC 7644 §3.4.2.1). */
    static ScimResponse handle(Exchange exchange) {
        List<ResourceType> types = exchange.settings().registry().resourceTypes();
        ListRequest asked = request(exchange);
        SortBy sortBy = asked.sortBy();
        if (sortBy != null && asked.cursor() == null && asked.startIndex() - 1 + asked.count() > MOST_SORTED) {
            throw ScimException.tooMany("A sorted query over all types reaches as far as result " + MOST_SORTED
                    + " by startIndex; page by cursor, or sort within one type");
        }
        Map<ResourceType, Sort> sorts = sortBy == null ? Map.of() : sortBy.among(types, exchange);
        return new Listing(exchange, types, asked, sorts).answer();
    }

    private static ListRequest request(Exchange exchange) {
        return ListRequest.of(
                exchange.request(),
                exchange.options().tolerance(),
                exchange.settings().paging());
    }

    private ScimResponse answer() {
        return exchange.settings().store().read(unit -> {
            ListPage page = page(Walk.of(ListQuery.of(exchange, unit, asked, types, sorts)));
            List<ResourceWriter.Entry> entries = entries(unit, page.resources());
            var head = new ResourceWriter.ListHead(page.total(), page.startIndex(), page.previous(), page.next());
            return ScimResponse.of(200, out -> ResourceWriter.writeList(head, entries, out));
        });
    }

    private ListPage page(Walk walk) {
        if (pages != null) {
            return pages.page(walk);
        }
        Slice slice = walk.at(asked.startIndex() - 1, asked.count());
        return new ListPage(slice.resources(), slice.total(), asked.startIndex(), null, null);
    }

    /** The entries in the order of the resources, each type prepared at once. */
    private List<ResourceWriter.Entry> entries(UnitOfWork unit, List<Resource> resources) {
        Map<String, ResourceWriter.Entry> entries = new HashMap<>();
        shown.forEach((type, projection) -> {
            // By name: nodes on one store in memory have types of their own.
            List<Resource> own = resources.stream()
                    .filter(r -> r.type().name().equals(type.name()))
                    .toList();
            Representation.of(exchange, unit, own, projection)
                    .forEach(entry -> entries.put(entry.resource().id(), entry));
        });
        return resources.stream().map(r -> entries.get(r.id())).toList();
    }
}
