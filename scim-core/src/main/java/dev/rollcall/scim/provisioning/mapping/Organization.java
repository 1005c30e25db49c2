package dev.rollcall.scim.provisioning.mapping;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A node that an account belongs to. Immutable and thread-safe.
 *
 * @param id its id
 * @param name its name, as it is shown
 * @param parent the id of the organization above it; null at the top
 * @param defaultRoles ids of the roles that a new account in it gets
 * @param active whether accounts may be put into it
 */
public record Organization(String id, String name, @Nullable String parent, Set<String> defaultRoles, boolean active) {
    /** Copies the set. */
    public Organization {
        defaultRoles = Set.copyOf(defaultRoles);
    }
}
