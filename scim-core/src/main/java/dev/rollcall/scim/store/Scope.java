package dev.rollcall.scim.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose resources a store call is about. Every call takes one, so that nothing crosses from one tenant to another and a
 * provider sees only what it owns. Immutable and thread-safe.
 *
 * @param tenant the customer; every row belongs to exactly one
 * @param owner the provisioning provider that owns what is read and made; null for the host itself, which sees the
 *     whole tenant and makes local resources
 */
public record Scope(String tenant, @Nullable String owner) {
    /** Checks that there is a tenant, and that an owner has a name. */
    public Scope {
        Objects.requireNonNull(tenant);
        if (owner != null && owner.isEmpty()) {
            throw new IllegalArgumentException("An owner has a name; the host itself is null");
        }
    }

    /** The whole of a tenant, as its host sees it. */
    public static Scope ofTenant(String tenant) {
        return new Scope(tenant, null);
    }

    /** Whether a resource of the given owner (null: local) is visible in this scope, the tenant being the same. */
    public boolean sees(@Nullable String resourceOwner) {
        return owner == null || owner.equals(resourceOwner);
    }
}
