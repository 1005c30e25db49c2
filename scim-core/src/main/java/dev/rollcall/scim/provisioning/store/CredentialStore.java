package dev.rollcall.scim.provisioning.store;

import dev.rollcall.scim.provisioning.provider.Credential;
import dev.rollcall.scim.provisioning.provider.SecretHash;
import java.util.List;
import java.util.Optional;

/** Keeps what providers log in with. */
public interface CredentialStore {
    /**
     * Adds a credential.
     *
     * @throws dev.rollcall.scim.store.DuplicateKeyException with the path {@code userName} if there is one of that name. The
     *     user name of a credential MUST be unique over all tenants
     */
    void insert(Credential credential);

    /**
     * The credential with exactly that user name. A credential MUST be found by its user name and by its hash, whichever
     * its tenant is.
     */
    Optional<Credential> findByUserName(String userName);

    /** The credential whose secret has that hash, whichever its tenant is. */
    Optional<Credential> findByHash(SecretHash hash);

    /** Writes a new state of a credential that is there. */
    void replace(Credential credential);

    /** Removes a credential. */
    void delete(String tenant, String id);

    /** The credentials of a provider, in the order of their ids. */
    List<Credential> list(String tenant, String provider);
}
