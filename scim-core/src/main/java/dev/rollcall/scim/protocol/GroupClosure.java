package dev.rollcall.scim.protocol;

import dev.rollcall.scim.store.Member;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The groups that resources belong to, directly or through other groups (RFC 7643 §4.1.2). Groups may contain each other
 * in circles.
 */
final class GroupClosure {
    private final GroupMembers members;
    private final Map<String, List<Member>> direct = new HashMap<>();

    private GroupClosure(GroupMembers members) {
        this.members = members;
    }

    /**
     * A group of a resource.
     *
     * @param direct whether the resource itself is a member
     */
    record Belonging(Member group, boolean direct) {}

    /** The groups of each of the resources, the direct ones first. One look-up for each level of nesting. */
    static Map<String, List<Belonging>> of(GroupMembers members, Collection<String> ids) {
        GroupClosure closure = new GroupClosure(members);
        closure.load(ids);
        Map<String, List<Belonging>> result = new HashMap<>();
        ids.forEach(id -> result.put(id, closure.collect(id)));
        return result;
    }

    private void load(Collection<String> ids) {
        Set<String> wanted = new HashSet<>(ids);
        while (!wanted.isEmpty()) {
            wanted.forEach(id -> direct.put(id, List.of()));
            Map<String, List<Member>> found = members.groupsOf(wanted);
            direct.putAll(found);
            wanted = found.values().stream()
                    .flatMap(groups -> groups.stream().map(Member::id))
                    .filter(id -> !direct.containsKey(id))
                    .collect(Collectors.toSet());
        }
    }

    private List<Belonging> collect(String id) {
        Map<String, Belonging> all = new LinkedHashMap<>();
        List<Member> level = direct.getOrDefault(id, List.of());
        level.forEach(group -> all.put(group.id(), new Belonging(group, true)));
        while (!level.isEmpty()) {
            level = level.stream()
                    .flatMap(group -> direct.getOrDefault(group.id(), List.of()).stream())
                    .filter(group -> all.putIfAbsent(group.id(), new Belonging(group, false)) == null)
                    .toList();
        }
        return List.copyOf(all.values());
    }
}
