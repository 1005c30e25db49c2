package dev.rollcall.scim.provisioning.mapping;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an account shall have, and why. Immutable and thread-safe.
 *
 * @param destination its organization
 * @param placedBy who put it there
 * @param reason why there
 * @param roles its roles by id, with where each comes from
 * @param grantedBy the ids of the groups that give each role of {@link Provenance#MAPPING}
 * @param warnings what could not be used
 */
public record Decision(
        Destination destination,
        PlacedBy placedBy,
        Reason reason,
        Map<String, Provenance> roles,
        Map<String, Set<String>> grantedBy,
        List<Warning> warnings) {
    /** Copies the collections. */
    public Decision {
        roles = Map.copyOf(roles);
        grantedBy = Map.copyOf(grantedBy);
        warnings = List.copyOf(warnings);
    }

    /** Whether an account that has this already stays as it is. */
    public boolean changesNothing(Assignment current) {
        return destination instanceof Destination.Existing existing
                && existing.organization().id().equals(current.organization())
                && placedBy == current.placedBy()
                && roles.equals(current.roles());
    }
}
