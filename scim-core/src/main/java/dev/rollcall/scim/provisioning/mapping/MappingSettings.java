package dev.rollcall.scim.provisioning.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules of a provider. Immutable and thread-safe.
 *
 * @param organizations how users come into organizations
 * @param roles how they come to roles
 */
public record MappingSettings(OrganizationMapping organizations, RoleMapping roles) {
    /** Nothing is configured yet: the default organization, with its default roles. */
    public static final MappingSettings DEFAULT =
            new MappingSettings(OrganizationMapping.DEFAULT, new RoleMapping.Manually());

    /** The ids of the groups that rules are about. */
    public Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        if (organizations instanceof OrganizationMapping.ByGroups byGroups) {
            byGroups.rules().forEach(rule -> groups.add(rule.group()));
        }
        if (roles instanceof RoleMapping.ByGroups byGroups) {
            byGroups.rules().forEach(rule -> groups.add(rule.group()));
        }
        return groups;
    }

    /** Whether nothing but the making of an account asks the rules, so that memberships do not matter. */
    public boolean actsAtCreationOnly() {
        return organizations instanceof OrganizationMapping.Single && roles instanceof RoleMapping.Manually;
    }

    /** The same with another way into organizations. */
    public MappingSettings withOrganizations(OrganizationMapping mapping) {
        return new MappingSettings(mapping, roles);
    }

    /** The same with another way to roles. */
    public MappingSettings withRoles(RoleMapping mapping) {
        return new MappingSettings(organizations, mapping);
    }

    /**
     * What an account shall have. A pure function: the same input gives the same answer, and nothing is read or written.
     *
     * @param catalogue what there is to choose from
     * @param occasion why it is asked
     */
    public Decision decide(Subject subject, Catalogue catalogue, Occasion occasion) {
        List<Warning> warnings = new ArrayList<>();
        OrganizationRules.Choice place =
                new OrganizationRules(catalogue, warnings).decide(subject, organizations, occasion);
        RoleRules.Choice granted =
                new RoleRules(catalogue, warnings).decide(subject, roles, place.destination(), occasion);
        return new Decision(
                place.destination(),
                place.placedBy(),
                place.reason(),
                granted.roles(),
                granted.grantedBy(),
                warnings.stream().distinct().toList());
    }
}
