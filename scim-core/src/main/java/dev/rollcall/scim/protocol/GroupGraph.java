package dev.rollcall.scim.protocol;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.store.MemberPage;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is in which group within a unit of work, whether the store keeps that as a relation or in documents. Belongs to the
 * thread of the unit.
 */
public final class GroupGraph {
    private final GroupMembers members;

    private GroupGraph(GroupMembers members) {
        this.members = members;
    }

    /** The groups and members that the scope sees. */
    public static GroupGraph of(UnitOfWork unit, Scope scope, SchemaRegistry registry) {
        return new GroupGraph(GroupMembers.of(unit, scope, registry));
    }

    /** The ids of all groups that each of the resources is in, directly or through others (RFC 7643 §4.1.2). */
    public Map<String, Set<String>> groupsOf(Collection<String> ids) {
        Map<String, Set<String>> groups = new HashMap<>();
        GroupClosure.of(members, ids)
                .forEach((id, its) -> groups.put(
                        id,
                        its.stream()
                                .map(belonging -> belonging.group().id())
                                .collect(Collectors.toCollection(LinkedHashSet::new))));
        return groups;
    }

    /**
     * Direct members of a group.
     *
     * @param after where the page begins, out of {@link MemberPage#next}; null for the first
     */
    public MemberPage members(Resource group, @Nullable String after, int limit) {
        return members.page(group, after, limit);
    }

    /** How many direct members a group has. */
    public long count(Resource group) {
        return members.count(group);
    }
}
