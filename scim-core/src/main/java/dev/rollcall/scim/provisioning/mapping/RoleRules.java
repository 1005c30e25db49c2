package dev.rollcall.scim.provisioning.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides on the roles. */
final class RoleRules {
    private final Catalogue catalogue;
    private final List<Warning> warnings;

    RoleRules(Catalogue catalogue, List<Warning> warnings) {
        this.catalogue = catalogue;
        this.warnings = warnings;
    }

    /** The roles, and the groups that gave them. */
    record Choice(Map<String, Provenance> roles, Map<String, Set<String>> grantedBy) {}

    Choice decide(Subject subject, RoleMapping mapping, Destination destination, Occasion occasion) {
        return mapping instanceof RoleMapping.ByGroups groups
                ? byGroups(subject, groups, destination, occasion)
                : new Choice(manually(subject.current(), destination), Map.of());
    }

    private Map<String, Provenance> manually(@Nullable Assignment current, Destination destination) {
        if (current == null) {
            return all(defaults(destination), Provenance.DEFAULT);
        }
        // What rules gave while there were rules is left to administrators.
        Map<String, Provenance> roles = new HashMap<>(current.roles());
        roles.replaceAll((role, from) -> from == Provenance.MAPPING ? Provenance.MANUAL : from);
        return roles;
    }

    private Choice byGroups(Subject subject, RoleMapping.ByGroups mapping, Destination destination, Occasion occasion) {
        Map<String, Set<String>> grantedBy = grants(subject, mapping);
        Assignment current = subject.current();
        Map<String, Provenance> present = current == null ? Map.of() : current.roles();
        Map<String, Provenance> roles = grantedBy.isEmpty()
                ? all(defaults(current, destination, occasion), Provenance.DEFAULT)
                : all(grantedBy.keySet(), Provenance.MAPPING);
        if (!mapping.strict()) {
            roles.putAll(of(present, Provenance.MANUAL));
        }
        return new Choice(roles, grantedBy);
    }

    private Map<String, Set<String>> grants(Subject subject, RoleMapping.ByGroups mapping) {
        Map<String, Set<String>> grantedBy = new TreeMap<>();
        for (RoleMapping.ByGroups.Rule rule : mapping.rules()) {
            if (!catalogue.hasGroup(rule.group())) {
                warnings.add(new Warning(Warning.Kind.GROUP_GONE, rule.group()));
            } else if (subject.groups().contains(rule.group())) {
                usable(rule.roles())
                        .forEach(role -> grantedBy
                                .computeIfAbsent(role, r -> new TreeSet<>())
                                .add(rule.group()));
            }
        }
        return grantedBy;
    }

    /** The defaults that somebody without mapped roles has: those kept from before, unless something asks for new ones. */
    private Set<String> defaults(@Nullable Assignment current, Destination destination, Occasion occasion) {
        if (current == null || occasion.applies() || occasion == Occasion.REACTIVATED) {
            return defaults(destination);
        }
        Set<String> kept = of(current.roles(), Provenance.DEFAULT).keySet();
        boolean lostMapped = current.roles().containsValue(Provenance.MAPPING);
        boolean moves = !(destination instanceof Destination.Existing existing)
                || !existing.organization().id().equals(current.organization());
        boolean hasDefaults = !kept.isEmpty() || current.roles().isEmpty();
        return lostMapped || moves && hasDefaults ? defaults(destination) : kept;
    }

    private Set<String> defaults(Destination destination) {
        return destination instanceof Destination.Existing existing
                ? usable(existing.organization().defaultRoles())
                : Set.of();
    }

    private Set<String> usable(Set<String> roles) {
        Set<String> usable = new TreeSet<>(roles);
        usable.removeIf(role -> {
            boolean gone = !catalogue.hasRole(role);
            if (gone) {
                warnings.add(new Warning(Warning.Kind.ROLE_GONE, role));
            }
            return gone;
        });
        return usable;
    }

    private static Map<String, Provenance> all(Set<String> roles, Provenance from) {
        return roles.stream().collect(Collectors.toMap(role -> role, role -> from, (a, b) -> a, HashMap::new));
    }

    private static Map<String, Provenance> of(Map<String, Provenance> roles, Provenance from) {
        return roles.entrySet().stream()
                .filter(entry -> entry.getValue() == from)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
