package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.Projection;
import dev.rollcall.scim.codec.ResourceWriter;
import dev.rollcall.scim.patch.ChangeSet;
import dev.rollcall.scim.patch.RelationDelta;
import dev.rollcall.scim.patch.ResourceRules;
import dev.rollcall.scim.resource.Meta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.MembershipChange;
import dev.rollcall.scim.store.UnitOfWork;

/** POST: makes a resource (RFC 7644 §3.3). */
final class Creation {
    private Creation() {}

    static ScimResponse handle(Exchange exchange, ResourceType type) {
        Projection asked = exchange.projection(type);
        Resource given = exchange.codec().decode(exchange.request().body(), type);
        Projection projection = asked.withWritten(Written.paths(given));
        RelationDelta members = MemberWrites.given(given);
        Settings settings = exchange.settings();
        Resource resource = ActiveState.whenCreated(
                        ResourceRules.checked(MemberWrites.without(given), settings.limits()))
                .withId(settings.ids().get())
                .withMeta(Meta.created(settings.now()));
        ResourceWriter.Entry entry = Retry.write(settings.store(), unit -> {
            Resource stored = insert(exchange, unit, resource, members);
            return Representation.of(exchange, unit, stored, projection);
        });
        return Answers.resource(201, exchange, entry);
    }

    private static Resource insert(Exchange exchange, UnitOfWork unit, Resource resource, RelationDelta delta) {
        GroupMembers members = exchange.members(unit);
        boolean group = MemberWrites.attribute(resource) != null;
        GroupMembers.Applied applied = group
                ? members.change(null, resource, delta)
                : new GroupMembers.Applied(resource, MembershipChange.NONE);
        MemberWrites.checkKnown(exchange, delta, applied.change());
        Listeners listeners = new Listeners(exchange, unit, null, applied.document());
        listeners.beforeWrite();
        unit.resources().insert(exchange.scope(), exchange.keys().stored(applied.document()));
        MembershipChange joined = group ? members.inserted(resource, delta, applied.change()) : applied.change();
        MemberWrites.checkKnown(exchange, delta, joined);
        listeners.afterWrite(ChangeSet.between(null, resource).withMembers(joined.added(), joined.removed()));
        return applied.document();
    }
}
