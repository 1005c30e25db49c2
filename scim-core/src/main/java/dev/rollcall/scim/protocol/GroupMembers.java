package dev.rollcall.scim.protocol;

import dev.rollcall.scim.patch.MemberSource;
import dev.rollcall.scim.patch.RelationDelta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.store.KeyFactory;
import dev.rollcall.scim.store.Member;
import dev.rollcall.scim.store.MemberPage;
import dev.rollcall.scim.store.MembershipChange;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.UnitOfWork;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of groups within one unit of work, whether the store keeps them as a relation or in the documents. */
interface GroupMembers {
    /** The members as the store of the unit keeps them. */
    static GroupMembers of(UnitOfWork unit, Scope scope, SchemaRegistry registry) {
        return unit.memberships()
                .<GroupMembers>map(relation -> new RelationMembers(relation, unit.resources(), scope, registry))
                .orElseGet(() -> new DocumentMembers(unit.resources(), scope, registry, Map.of()));
    }

    /**
     * The same, to which resources are known that the unit of work has not inserted yet.
     *
     * @param coming those resources by id
     */
    GroupMembers expecting(Map<String, Member> coming);

    /** The present members of a group, for a patch. */
    MemberSource source(Resource group);

    /**
     * Changes the members of a group that is stored, or works out those of a new one.
     *
     * @param before the group as it is stored; null for a new one
     * @param after the group as it shall be, without members
     */
    Applied change(@Nullable Resource before, Resource after, RelationDelta delta);

    /** What {@link #change} came to: the document to store, and who joined and left. */
    record Applied(Resource document, MembershipChange change) {}

    /** Adds the members of a group that was just inserted, unless {@link #change} has done all. */
    MembershipChange inserted(Resource group, RelationDelta delta, MembershipChange soFar);

    /** How many members a stored group has. */
    long count(Resource group);

    /** Members of a stored group, page by page. */
    MemberPage page(Resource group, @Nullable String after, int limit);

    /** The groups that each of the resources is a direct member of. */
    Map<String, List<Member>> groupsOf(Collection<String> ids);

    /** Takes a resource that is about to be deleted out of all groups, which are changed thereby. */
    void leaveAll(Resource resource, Instant now, KeyFactory keys);
}
