package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.Projection;
import dev.rollcall.scim.codec.ResourceWriter;
import dev.rollcall.scim.patch.RelationDelta;
import dev.rollcall.scim.patch.ResourceRules;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;

/** PUT: replaces a resource, and never makes one (RFC 7644 §3.5.1). */
final class Replacement {
    private Replacement() {}

    static ScimResponse handle(Exchange exchange, ResourceType type, String id) {
        Projection asked = exchange.projection(type);
        Resource given = exchange.codec().decode(exchange.request().body(), type);
        Projection projection = asked.withWritten(Written.paths(given));
        RelationDelta members = MemberWrites.given(given);
        ResourceWriter.Entry entry = Retry.write(exchange.settings().store(), unit -> {
            Update update = new Update(exchange, unit);
            Resource before = update.lock(type, id);
            Resource replaced = ResourceRules.replaced(MemberWrites.without(before), MemberWrites.without(given));
            Resource checked =
                    ResourceRules.checked(replaced, exchange.settings().limits());
            Resource after = ActiveState.whenChanged(before, UserNames.checked(exchange, before, checked));
            try (NewPassword password = NewPassword.of(exchange, given, after)) {
                Resource stored = update.write(before, after, members);
                ResourceWriter.Entry shown = Representation.of(exchange, unit, stored, projection);
                password.handOver(unit, stored);
                return shown;
            }
        });
        return Answers.resource(200, exchange, entry);
    }
}
