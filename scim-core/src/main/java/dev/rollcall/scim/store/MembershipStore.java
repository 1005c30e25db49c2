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
 * <p>Implementations MUST obey: adding or removing members reads and writes only those members, whatever the size of
 * the group; a resource is a member of a group at most once; a membership whose group or member is gone is gone; groups
 * and members that the scope does not see are as if they were not there.
 */
public interface MembershipStore {
    /**
     * Changes the members of a group, all of it or nothing. Ids that name no resource of the scope are passed over and
     * reported; so are those of resources deleted at the same time.
     *
     * @return who really joined and left
     * @throws ConflictException if the group is not there, because it was deleted since it was found
     */
    MembershipChange apply(Scope scope, String groupId, RelationDelta delta);

    /**
     * Reads members of a group in a stable order.
     *
     * @param after where the page begins, out of {@link MemberPage#next}; null for the first
     * @param limit at most how many, at least 1
     */
    MemberPage members(Scope scope, String groupId, @Nullable String after, int limit);

    /** How many members a group has, at a cost that does not grow with them. */
    long count(Scope scope, String groupId);

    /** Which of the ids are direct members of the group. */
    Set<String> membersAmong(Scope scope, String groupId, Collection<String> ids);

    /**
     * The groups that each of the resources is a direct member of, by id; a resource in no group may be left out. A store
     * may say the same of the groups themselves, which spares core a look-up for each level of nesting; then it MUST NOT
     * leave out those in no group.
     */
    Map<String, List<Member>> groupsOf(Scope scope, Collection<String> memberIds);

    /**
     * Removes the resource, if the scope sees it, from all groups of the tenant, those of other owners too, and, if it
     * is a group, all of its members.
     *
     * @return the ids of the groups that it was a direct member of
     */
    Set<String> removeAll(Scope scope, String id);
}
