package dev.rollcall.scim.store;

import dev.rollcall.scim.patch.RelationDelta;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The capability to keep memberships as a relation between resources, not as a list in a document. With it, the
 * {@code members} of a Group are never part of a {@link StoredResource}.
 *
 * <ul>
 *   <li>Adding or removing members MUST cost the same whatever the size of the group.
 *   <li>A resource MUST be a member of a group at most once.
 *   <li>A membership whose group or member is gone MUST be gone.
 *   <li>Groups and members that the scope does not see MUST be as if they were not there.
 *   <li>Members that join at the same time MUST all be there.
 *   <li>Two groups that gain one user at the same time MUST both have it.
 *   <li>A user deleted while it joins MUST NOT be a member.
 *   <li>A group deleted while users join MUST leave no membership.
 * </ul>
 */
public interface MembershipStore {
    /**
     * Changes the members of a group. A change of members MUST happen as a whole or not at all. Ids that name no resource
     * of the scope MUST be passed over and reported; those of resources deleted at the same time are among them.
     *
     * @return who really joined and left. A change MUST report those who were not there before as added, and those who
     *     were as removed.
     * @throws ConflictException if the group is not there, because it was deleted since it was found. A change of a group
     *     that is not there MUST throw a {@link ConflictException}.
     */
    MembershipChange apply(Scope scope, String groupId, RelationDelta delta);

    /**
     * Reads members of a group, with their types and names as these are now. Members MUST come in a stable order, each
     * once. A page of members MUST NOT hold more than its limit.
     *
     * @param after where the page begins, out of {@link MemberPage#next}; null for the first
     * @param limit at most how many, at least 1
     */
    MemberPage members(Scope scope, String groupId, @Nullable String after, int limit);

    /** How many members a group has. Counting members MUST cost the same however many there are. */
    long count(Scope scope, String groupId);

    /** Which of the ids are direct members. Members among ids MUST be those of the ids that are direct members. */
    Set<String> membersAmong(Scope scope, String groupId, Collection<String> ids);

    /**
     * The groups that each of the resources is a direct member of, by id. Each resource MUST come with all groups that it
     * is a direct member of; one in no group may be left out. A store may say the same of the groups themselves, which
     * spares core a look-up for each level of nesting. If one of those groups comes along, each of them MUST.
     */
    Map<String, List<Member>> groupsOf(Scope scope, Collection<String> memberIds);

    /**
     * Removes the resource, if the scope sees it, from all groups of the tenant, and all of its own members. A removed
     * resource MUST be in no group, those of other owners among them. A removed group MUST have no members.
     *
     * @return the ids of the groups that it was a direct member of
     */
    Set<String> removeAll(Scope scope, String id);
}
