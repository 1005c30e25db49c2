package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.Projection;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;

/** GET of one resource (RFC 7644 §3.4.1). */
final class Reading {
    private Reading() {}

    static ScimResponse handle(Exchange exchange, ResourceType type, String id) {
        Projection projection = exchange.projection(type);
        return exchange.settings().store().read(unit -> {
            Resource resource =
                    unit.resources().find(exchange.scope(), type, id).orElseThrow(() -> Answers.notFound(type, id));
            Preconditions.checkRead(exchange.request(), resource);
            if (Preconditions.isUnchanged(exchange.request(), resource)) {
                return Answers.notModified(exchange, resource);
            }
            return Answers.resource(200, exchange, Representation.of(exchange, unit, resource, projection));
        });
    }
}
