package dev.rollcall.scim.provisioning.memory;

import dev.rollcall.scim.provisioning.provider.Credential;
import dev.rollcall.scim.provisioning.provider.SecretHash;
import dev.rollcall.scim.provisioning.store.CredentialStore;
import dev.rollcall.scim.store.DuplicateKeyException;
import java.util.List;
import java.util.Optional;

/** What providers log in with. */
record MemoryCredentials(MemoryProvisioningUnit unit) implements CredentialStore {
    @Override
    public void insert(Credential credential) {
        Tables tables = unit.writing();
        if (tables.credentials.findByUserName(credential.userName()).isPresent()) {
            throw new DuplicateKeyException("userName");
        }
        tables.credentials.put(credential);
    }

    @Override
    public Optional<Credential> findByUserName(String userName) {
        return unit.reading().credentials.findByUserName(userName);
    }

    @Override
    public Optional<Credential> findByHash(SecretHash hash) {
        return unit.reading().credentials.findByHash(hash);
    }

    @Override
    public void replace(Credential credential) {
        Tables tables = unit.writing();
        if (tables.credentials.has(credential)) {
            tables.credentials.put(credential);
        }
    }

    @Override
    public void delete(String tenant, String id) {
        unit.writing().credentials.remove(RowKey.of(tenant, id));
    }

    @Override
    public List<Credential> list(String tenant, String provider) {
        return unit.reading().credentials.of(tenant, provider).toList();
    }
}
