package dev.rollcall.scim.provisioning.store;

import dev.rollcall.scim.provisioning.provider.Provider;
import java.util.List;
import java.util.Optional;

/** Keeps providers. Whoever writes holds the tenant. */
public interface ProviderStore {
    /**
     * Adds a provider.
     *
     * @throws dev.rollcall.scim.store.DuplicateKeyException with the path {@code displayName} if the tenant has one of the
     *     name. The name of a provider MUST be unique in its tenant, whatever its case
     */
    void insert(Provider provider);

    /** The provider of that id. */
    Optional<Provider> find(String tenant, String id);

    /** Writes a new state of a provider that is there; the name as in {@link #insert}. */
    void replace(Provider provider);

    /** Removes a provider, and its credentials. Deleting a provider MUST remove its credentials. */
    void delete(String tenant, String id);

    /** The providers of a tenant, in the order of their ids. */
    List<Provider> list(String tenant);
}
