package dev.rollcall.examples.server;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What must be true of the users of one writer: what was acknowledged is so, and what was asked for and never answered
 * is so or not. Belongs to one thread.
 */
final class Ledger {
    /** Stands for a user who is not there. */
    static final String ABSENT = "absent";

    private final Map<String, Entry> users = new TreeMap<>();

    /** A user: the display names that it may have, its id if known, and of which groups it may be a member. */
    static final class Entry {
        final Set<String> displayNames = new HashSet<>();
        final Map<String, Set<Boolean>> memberships = new HashMap<>();
        String id = "";

        boolean isCertain() {
            return displayNames.size() == 1 && memberships.values().stream().allMatch(m -> m.size() == 1);
        }

        boolean mayBe(String displayName) {
            return displayNames.contains(displayName);
        }

        Set<Boolean> membership(String group) {
            return memberships.getOrDefault(group, Set.of(false));
        }

        void is(String displayName) {
            displayNames.clear();
            displayNames.add(displayName);
        }

        void isMember(String group, boolean member) {
            memberships.put(group, Set.of(member));
        }

        void mayHaveChanged(String group) {
            memberships.put(group, Set.of(true, false));
        }
    }

    Map<String, Entry> users() {
        return users;
    }

    Entry add(String userName) {
        return users.computeIfAbsent(userName, name -> new Entry());
    }
}
