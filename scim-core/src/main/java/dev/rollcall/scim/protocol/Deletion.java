package dev.rollcall.scim.protocol;

import dev.rollcall.scim.patch.ChangeSet;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.ConflictException;
import dev.rollcall.scim.store.UnitOfWork;

/** DELETE: removes a resource and every membership of it (RFC 7644 §3.6). */
final class Deletion {
    private Deletion() {}

    static ScimResponse handle(Exchange exchange, ResourceType type, String id) {
        return Retry.write(exchange.settings().store(), unit -> {
            delete(exchange, unit, new Update(exchange, unit).lock(type, id));
            return ScimResponse.empty(204);
        });
    }

    private static void delete(Exchange exchange, UnitOfWork unit, Resource resource) {
        Listeners listeners = new Listeners(exchange, unit, resource, null);
        listeners.beforeWrite();
        exchange.members(unit).leaveAll(resource, exchange.settings().now(), exchange.keys());
        boolean deleted = unit.resources()
                .delete(
                        exchange.scope(),
                        resource.type(),
                        resource.id(),
                        resource.meta().version());
        if (!deleted) {
            throw new ConflictException("Version of " + resource.type() + " " + resource.id() + " moved on");
        }
        listeners.afterWrite(ChangeSet.between(MemberWrites.without(resource), null));
    }
}
