package dev.rollcall.scim.provisioning.mapping;

import dev.rollcall.scim.resource.Resource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom rules are asked about. Immutable and thread-safe.
 *
 * @param user the user as the provider sees it
 * @param groups the ids of all groups that it is in, directly or through others
 * @param current what its account has; null if the account is new
 */
public record Subject(
        Resource user, Set<String> groups, @Nullable Assignment current) {
    /** Copies the set. */
    public Subject {
        groups = Set.copyOf(groups);
    }
}
