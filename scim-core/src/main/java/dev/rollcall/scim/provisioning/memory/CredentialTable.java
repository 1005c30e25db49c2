package dev.rollcall.scim.provisioning.memory;

import dev.rollcall.scim.provisioning.provider.Credential;
import dev.rollcall.scim.provisioning.provider.SecretHash;
import java.util.Optional;
import java.util.stream.Stream;

/** Credentials, by tenant and id, and by what they are found by at a log-in. */
final class CredentialTable {
    private final Rows<Credential> rows;
    private final Rows<RowKey> byUserName;
    private final Rows<RowKey> byHash;

    CredentialTable(UndoLog undo) {
        rows = new Rows<>(undo);
        byUserName = new Rows<>(undo);
        byHash = new Rows<>(undo);
    }

    private static RowKey key(Credential credential) {
        return RowKey.of(credential.tenant(), credential.id());
    }

    private static RowKey hash(SecretHash hash) {
        return RowKey.of(hash.hex());
    }

    boolean has(Credential credential) {
        return rows.has(key(credential));
    }

    Optional<Credential> findByUserName(String userName) {
        return byUserName.find(RowKey.of(userName)).flatMap(rows::find);
    }

    Optional<Credential> findByHash(SecretHash hash) {
        return byHash.find(hash(hash)).flatMap(rows::find);
    }

    void put(Credential credential) {
        RowKey key = key(credential);
        remove(key);
        rows.put(key, credential);
        byUserName.put(RowKey.of(credential.userName()), key);
        byHash.put(hash(credential.hash()), key);
    }

    void remove(RowKey key) {
        rows.remove(key).ifPresent(gone -> {
            byUserName.remove(RowKey.of(gone.userName()));
            byHash.remove(hash(gone.hash()));
        });
    }

    Stream<Credential> of(String tenant, String provider) {
        return rows.under(RowKey.of(tenant)).filter(one -> one.provider().equals(provider));
    }

    void removeAll(RowKey tenant) {
        rows.keysUnder(tenant).toList().forEach(this::remove);
    }
}
