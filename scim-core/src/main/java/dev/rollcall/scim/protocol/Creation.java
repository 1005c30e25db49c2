package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.Projection;
import dev.rollcall.scim.codec.ResourceWriter;
import dev.rollcall.scim.patch.ChangeSet;
import dev.rollcall.scim.patch.RelationDelta;
import dev.rollcall.scim.patch.ResourceRules;
import dev.rollcall.scim.resource.Meta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.Member;
import dev.rollcall.scim.store.MembershipChange;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.List;
import java.util.Map;

/**
 * POST: makes a resource (RFC 7644 §3.3). Read and checked before anything is written; immutable, so that a lost race
 * can write it again.
 *
 * @param given what the client sent, for the password in it, which is never stored
 * @param resource the new resource without members
 * @param members who shall be in it, if it is a group
 */
record Creation(Exchange exchange, Resource given, Resource resource, RelationDelta members, Projection projection) {

    static ScimResponse handle(Exchange exchange, ResourceType type) {
        Creation creation = read(exchange, type, exchange.settings().ids().get());
        return new JointCreation(exchange.settings(), List.of(creation)).write().get(0);
    }

    /** Reads the body of the request as the resource of that id. */
    static Creation read(Exchange exchange, ResourceType type, String id) {
        Projection asked = exchange.projection(type);
        Resource given = exchange.codec().decode(exchange.request().body(), type);
        Settings settings = exchange.settings();
        Resource checked = ResourceRules.checked(MemberWrites.without(given), settings.limits());
        Resource resource = ActiveState.whenCreated(UserNames.checked(exchange, null, checked))
                .withId(id)
                .withMeta(Meta.created(settings.now()));
        NewPassword.check(exchange, given, resource);
        return new Creation(
                exchange, given, resource, MemberWrites.given(given), asked.withWritten(Written.paths(given)));
    }

    /** The resource as a member of a group. */
    Member asMember() {
        return new Member(
                resource.id(),
                resource.type().name(),
                resource.text("displayName").orElse(null));
    }

    /**
     * Puts the resource into the store.
     *
     * @param coming resources that the same unit of work makes, by id; as members they are known already
     */
    Inserted insert(UnitOfWork unit, Map<String, Member> coming) {
        return new Creation(exchange, given, unit.resources().fit(resource), members, projection)
                .insertFitted(unit, coming);
    }

    private Inserted insertFitted(UnitOfWork unit, Map<String, Member> coming) {
        GroupMembers groups = exchange.members(unit).expecting(coming);
        GroupMembers.Applied applied = isGroup()
                ? groups.change(null, resource, members)
                : new GroupMembers.Applied(resource, MembershipChange.NONE);
        MemberWrites.checkKnown(exchange, members, applied.change());
        Listeners listeners = new Listeners(exchange, unit, null, applied.document());
        listeners.beforeWrite();
        KeyedWrites.insert(exchange, unit, applied.document());
        return new Inserted(this, unit, groups, applied, listeners);
    }

    private boolean isGroup() {
        return MemberWrites.attribute(resource) != null;
    }

    /** A resource that stands in the store; what it refers to may come after it in the same unit of work. */
    record Inserted(
            Creation creation,
            UnitOfWork unit,
            GroupMembers groups,
            GroupMembers.Applied applied,
            Listeners listeners) {

        /** Adds the members, now that all of them are there, and prepares the answer. */
        ResourceWriter.Entry complete() {
            MembershipChange joined = creation.isGroup()
                    ? groups.inserted(creation.resource, creation.members, applied.change())
                    : applied.change();
            MemberWrites.checkKnown(creation.exchange, creation.members, joined);
            listeners.membersSkipped(MemberWrites.unknown(creation.members, joined));
            listeners.afterWrite(
                    ChangeSet.between(null, creation.resource).withMembers(joined.added(), joined.removed()));
            return Representation.of(creation.exchange, unit, applied.document(), creation.projection);
        }

        /** Gives the password to the host, when nothing else can fail any more. */
        void handOverPassword() {
            Resource document = applied.document();
            try (NewPassword password = NewPassword.of(creation.exchange, creation.given, document)) {
                password.handOver(unit, document);
            }
        }

        /** Takes the resource out of the store again, for a store that cannot roll back. */
        void undo() {
            Resource document = applied.document();
            unit.resources()
                    .delete(
                            creation.exchange.scope(),
                            document.type(),
                            document.id(),
                            document.meta().version());
        }
    }
}
