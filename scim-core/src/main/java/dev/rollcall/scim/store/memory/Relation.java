package dev.rollcall.scim.store.memory;

import dev.rollcall.scim.resource.Collation;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Who is a member of what, seen from both sides. */
final class Relation {
    private final Map<String, NavigableSet<String>> members = new HashMap<>();
    private final Map<String, NavigableSet<String>> groups = new HashMap<>();
    private final Map<String, OwnerCounts> counts = new HashMap<>();

    /** The ids of a group's members, in order; changes with the relation. */
    NavigableSet<String> members(String group) {
        return members.getOrDefault(group, Collections.emptyNavigableSet());
    }

    /** The ids of the groups with the member, in order; changes with the relation. */
    NavigableSet<String> groups(String member) {
        return groups.getOrDefault(member, Collections.emptyNavigableSet());
    }

    /** How many members of each owner a group has. */
    OwnerCounts counts(String group) {
        return counts.getOrDefault(group, new OwnerCounts());
    }

    boolean contains(String group, String member) {
        return members(group).contains(member);
    }

    void add(String group, Row member) {
        link(members, group, member.id());
        link(groups, member.id(), group);
        counts.computeIfAbsent(group, g -> new OwnerCounts()).add(member.owner(), 1);
    }

    void remove(String group, Row member) {
        unlink(members, group, member.id());
        unlink(groups, member.id(), group);
        counts(group).add(member.owner(), -1);
        if (!members.containsKey(group)) {
            counts.remove(group);
        }
    }

    private static void link(Map<String, NavigableSet<String>> from, String one, String other) {
        from.computeIfAbsent(one, id -> new TreeSet<>(Collation::compare)).add(other);
    }

    private static void unlink(Map<String, NavigableSet<String>> from, String one, String other) {
        from.computeIfPresent(one, (id, others) -> {
            others.remove(other);
            return others.isEmpty() ? null : others;
        });
    }
}
