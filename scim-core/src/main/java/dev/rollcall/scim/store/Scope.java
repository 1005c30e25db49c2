package dev.rollcall.scim.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose resources a store call is about. Immutable and thread-safe.
 *
 * <ul>
 *   <li>Resources of another tenant MUST be as if they were not there.
 *   <li>Resources of another owner MUST be as if they were not there.
 *   <li>A provider MUST NOT see the resources that the host made.
 *   <li>The host MUST see the whole tenant.
 *   <li>Two tenants MUST be able to have the same ids and keys.
 * </ul>
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
