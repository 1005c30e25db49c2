package dev.rollcall.scim.protocol;

import dev.rollcall.scim.patch.ChangeSet;
import dev.rollcall.scim.patch.RelationDelta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.ConflictException;
import dev.rollcall.scim.store.MembershipChange;
import dev.rollcall.scim.store.UnitOfWork;

/** What PUT and PATCH have in common: the present state under lock, and the way from it to the new one. */
final class Update {
    private final Exchange exchange;
    private final UnitOfWork unit;
    private final GroupMembers members;

    Update(Exchange exchange, UnitOfWork unit) {
        this.exchange = exchange;
        this.unit = unit;
        this.members = exchange.members(unit);
    }

    GroupMembers members() {
        return members;
    }

    /** The stored resource, held against other writers as far as the store can. */
    Resource lock(ResourceType type, String id) {
        Resource stored =
                unit.resources().lock(exchange.scope(), type, id).orElseThrow(() -> Answers.notFound(type, id));
        Preconditions.checkWrite(exchange.request(), stored);
        return stored;
    }

    /**
     * Writes what really changed, and nothing if nothing did (RFC 7643 §3.1 {@code lastModified}).
     *
     * @param wanted the new state without members
     * @return the resource as it is stored now
     */
    Resource write(Resource before, Resource wanted, RelationDelta delta) {
        Resource after = unit.resources().fit(wanted);
        boolean group = MemberWrites.attribute(after) != null;
        GroupMembers.Applied applied =
                group ? members.change(before, after, delta) : new GroupMembers.Applied(after, MembershipChange.NONE);
        MembershipChange moved = applied.change();
        MemberWrites.checkKnown(exchange, delta, moved);
        ChangeSet changes =
                ChangeSet.between(MemberWrites.without(before), after).withMembers(moved.added(), moved.removed());
        new Listeners(exchange, unit, before, after).membersSkipped(MemberWrites.unknown(delta, moved));
        if (changes.isEmpty()) {
            return before;
        }
        Resource document = applied.document()
                .withMeta(before.meta().modified(exchange.settings().now()));
        Listeners listeners = new Listeners(exchange, unit, before, document);
        listeners.beforeWrite();
        boolean written =
                KeyedWrites.replace(exchange, unit, document, before.meta().version());
        if (!written) {
            throw new ConflictException("Version of " + before.type() + " " + before.id() + " moved on");
        }
        listeners.afterWrite(changes);
        return document;
    }
}
