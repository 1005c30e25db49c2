package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.Projection;
import dev.rollcall.scim.codec.ResourceWriter;
import dev.rollcall.scim.schema.ResourceType;
import java.util.List;

/** GET of many resources (RFC 7644 §3.4.2). */
final class Listing {
    private Listing() {}

    static ScimResponse handle(Exchange exchange, ResourceType type) {
        Projection projection = exchange.projection(type);
        ListRequest asked = ListRequest.of(
                exchange.request(),
                type,
                exchange.options().tolerance(),
                exchange.settings().paging());
        return exchange.settings().store().read(unit -> {
            QueryEngine.Page page = new QueryEngine(exchange, unit, type).run(asked);
            List<ResourceWriter.Entry> entries = Representation.of(exchange, unit, page.resources(), projection);
            return ScimResponse.of(
                    200, out -> ResourceWriter.writeList(entries, page.total(), asked.startIndex(), out));
        });
    }
}
