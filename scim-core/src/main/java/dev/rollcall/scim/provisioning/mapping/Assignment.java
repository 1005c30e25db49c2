package dev.rollcall.scim.provisioning.mapping;

import java.util.Map;

/**
 * What an account has. Immutable and thread-safe.
 *
 * @param organization the id of its organization
 * @param placedBy who put it there
 * @param roles its roles by id, with where each came from
 */
public record Assignment(String organization, PlacedBy placedBy, Map<String, Provenance> roles) {
    /** Copies the map. */
    public Assignment {
        roles = Map.copyOf(roles);
    }
}
