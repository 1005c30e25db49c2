package dev.rollcall.scim.provisioning.store;

import dev.rollcall.scim.provisioning.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps tenants. */
public interface TenantStore {
    /**
     * Adds a tenant.
     *
     * @throws dev.rollcall.scim.store.DuplicateKeyException with the path {@code id} if there is one with the id. Insert
     *     MUST refuse the id of a tenant that is there
     */
    void insert(Tenant tenant);

    /** The tenant of exactly that id. A tenant MUST be found by exactly its id. */
    Optional<Tenant> find(String id);

    /**
     * The same, held against other writers until the unit of work ends. Whoever changes providers, organizations or rules
     * of a tenant holds it first. One unit of work at a time MUST hold a tenant.
     */
    Optional<Tenant> lock(String id);

    /** Writes a new state of a tenant that the unit holds. */
    void replace(Tenant tenant);

    /**
     * Tenants behind the given id; from the start if it is null. A page of tenants MUST hold those behind the id, in the
     * order of ids by code points, up to its limit.
     */
    List<Tenant> list(@Nullable String after, int limit);

    /** Removes a tenant. Erasing MUST remove everything that provisioning keeps of the tenant, and of no other. */
    void erase(String id);
}
