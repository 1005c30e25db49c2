package dev.rollcall.scim.provisioning.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a provider's users come to roles. Immutable and thread-safe. */
public sealed interface RoleMapping {
    /** Administrators give roles; new accounts begin with the defaults of their organization. */
    static RoleMapping manually() {
        return new Manually();
    }

    /** Groups give roles; those that were given by hand stay. */
    static RoleMapping byGroups(ByGroups.Rule... rules) {
        return new ByGroups(List.of(rules), false);
    }

    /** A new account gets the default roles of its organization, and later none; administrators do the rest. */
    record Manually() implements RoleMapping {}

    /**
     * The roles of all groups that the user is in, or the defaults of its organization if there are none.
     *
     * @param rules at most one a group
     * @param strict whether roles that were given by hand go as well
     */
    record ByGroups(List<Rule> rules, boolean strict) implements RoleMapping {
        /** Copies the list. */
        public ByGroups {
            rules = List.copyOf(rules);
            Map<String, Rule> byGroup = new LinkedHashMap<>();
            for (Rule rule : rules) {
                if (byGroup.put(rule.group(), rule) != null) {
                    throw new IllegalArgumentException(
                            "Group " + rule.group() + " is mapped twice; a group has one entry, with all of its roles");
                }
            }
        }

        /** The members of a group, direct and nested, have roles. */
        public record Rule(String group, Set<String> roles) {
            /** Copies the set; throws {@link IllegalArgumentException} if it is empty. */
            public Rule {
                roles = Set.copyOf(roles);
                if (roles.isEmpty()) {
                    throw new IllegalArgumentException("Group " + group + " is mapped to no role");
                }
            }
        }
    }
}
