package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.provisioning.provider.Credential;
import dev.rollcall.scim.provisioning.provider.SecretHash;
import dev.rollcall.scim.provisioning.store.CredentialStore;
import dev.rollcall.scim.provisioning.store.ProvisioningCodec;
import dev.rollcall.scim.store.DuplicateKeyException;
import java.util.List;
import java.util.Optional;

/** What providers log in with, within a unit of work. */
record JdbiCredentialStore(ProvisioningRows rows) implements CredentialStore {
    @Override
    public void insert(Credential credential) {
        long key = rows.make(credential.tenant());
        String name = KeyText.of(credential.userName());
        Sql sql = Sql.of(
                "insert into scim_credential (tenant_key, id, provider, user_name, hash, document)"
                        + " select cast(? as bigint), cast(? as varchar), cast(? as varchar), cast(? as varchar),"
                        + " cast(? as varchar), cast(? as "
                        + rows.dialect().binary()
                        + ") where not exists (select 1 from scim_credential where user_name = ?)",
                key,
                credential.id(),
                credential.provider(),
                name,
                credential.hash().hex(),
                ProvisioningCodec.encode(credential),
                name);
        if (rows.write(sql) == 0) {
            throw new DuplicateKeyException("userName");
        }
    }

    @Override
    public Optional<Credential> findByUserName(String userName) {
        return first(Sql.of("select document from scim_credential where user_name = ?", KeyText.of(userName)));
    }

    @Override
    public Optional<Credential> findByHash(SecretHash hash) {
        return first(Sql.of("select document from scim_credential where hash = ? order by tenant_key, id", hash.hex()));
    }

    private Optional<Credential> first(Sql query) {
        return rows.list(query, ProvisioningCodec::decodeCredential).stream().findFirst();
    }

    @Override
    public void replace(Credential credential) {
        rows.write(
                credential.tenant(),
                key -> Sql.of(
                        "update scim_credential set provider = ?, user_name = ?, hash = ?, document = ?"
                                + " where tenant_key = ? and id = ?",
                        credential.provider(),
                        KeyText.of(credential.userName()),
                        credential.hash().hex(),
                        ProvisioningCodec.encode(credential),
                        key,
                        credential.id()));
    }

    @Override
    public void delete(String tenant, String id) {
        rows.write(tenant, key -> Sql.of("delete from scim_credential where tenant_key = ? and id = ?", key, id));
    }

    @Override
    public List<Credential> list(String tenant, String provider) {
        return rows.list(
                tenant,
                key -> Sql.of(
                        "select document from scim_credential where tenant_key = ? and provider = ? order by id",
                        key,
                        provider),
                ProvisioningCodec::decodeCredential);
    }
}
