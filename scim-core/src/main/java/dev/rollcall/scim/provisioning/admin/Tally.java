package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.provisioning.engine.Look;
import dev.rollcall.scim.provisioning.engine.Rules;
import dev.rollcall.scim.provisioning.mapping.Decision;
import dev.rollcall.scim.provisioning.mapping.Destination;
import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.mapping.OrganizationMapping;
import dev.rollcall.scim.provisioning.mapping.RoleMapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what rules would do. Not thread-safe. */
final class Tally {
    private record Way(String from, String to) {}

    private final Rules rules;
    private final Map<Way, Long> moves = new LinkedHashMap<>();
    private final Map<String, Long> gained = new TreeMap<>();
    private final Map<String, Long> lost = new TreeMap<>();
    /** By the key of the name, since accounts may spell it differently and still come together. */
    private final Map<String, String> made = new TreeMap<>();

    private final Set<String> groupsWithMembers = new HashSet<>();
    private long accounts;
    private long changed;

    Tally(Rules rules) {
        this.rules = rules;
    }

    void add(Look.Seen seen) {
        accounts++;
        groupsWithMembers.addAll(seen.groups());
        Decision decision = seen.decision();
        String from = seen.account().assignment().organization();
        boolean moves = move(from, decision);
        Set<String> before = seen.account().assignment().roles().keySet();
        Set<String> after = decision.roles().keySet();
        count(after, before, gained);
        count(before, after, lost);
        changed += moves || !before.equals(after) ? 1 : 0;
    }

    private boolean move(String from, Decision decision) {
        if (decision.destination() instanceof Destination.New wanted) {
            String name = made.computeIfAbsent(
                    wanted.name().key(), key -> wanted.name().text());
            this.moves.merge(new Way(name(from), name), 1L, Long::sum);
            return true;
        }
        Organization to = ((Destination.Existing) decision.destination()).organization();
        if (to.id().equals(from)) {
            return false;
        }
        this.moves.merge(new Way(name(from), to.name()), 1L, Long::sum);
        return true;
    }

    private static void count(Set<String> these, Set<String> without, Map<String, Long> counts) {
        Set<String> rest = new TreeSet<>(these);
        rest.removeAll(without);
        rest.forEach(role -> counts.merge(role, 1L, Long::sum));
    }

    private String name(String organization) {
        return rules.catalogue()
                .organization(organization)
                .map(Organization::name)
                .orElse(organization);
    }

    Preview preview() {
        List<Preview.Move> all = new ArrayList<>();
        moves.forEach((way, count) -> all.add(new Preview.Move(way.from(), way.to(), count)));
        return new Preview(accounts, changed, all, gained, lost, List.copyOf(made.values()), unmatched());
    }

    private List<String> unmatched() {
        List<String> unmatched = new ArrayList<>();
        if (rules.mapping().organizations() instanceof OrganizationMapping.ByGroups by) {
            by.rules().stream()
                    .filter(rule -> !groupsWithMembers.contains(rule.group()))
                    .forEach(rule ->
                            unmatched.add("organizations: group " + rule.group() + " to " + name(rule.organization())));
        }
        if (rules.mapping().roles() instanceof RoleMapping.ByGroups by) {
            by.rules().stream()
                    .filter(rule -> !groupsWithMembers.contains(rule.group()))
                    .forEach(rule -> unmatched.add(
                            "roles: group " + rule.group() + " to " + String.join(", ", new TreeSet<>(rule.roles()))));
        }
        return unmatched;
    }
}
