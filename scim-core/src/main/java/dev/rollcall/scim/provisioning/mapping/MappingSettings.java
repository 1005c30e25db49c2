package dev.rollcall.scim.provisioning.mapping;

import java.util.ArrayList;
import java.util.List;

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
