package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.provisioning.provider.Provider;
import dev.rollcall.scim.provisioning.store.ProviderStore;
import dev.rollcall.scim.provisioning.store.ProvisioningCodec;
import dev.rollcall.scim.resource.Collation;
import dev.rollcall.scim.store.DuplicateKeyException;
import java.util.List;
import java.util.Optional;

/** The providers within a unit of work. */
record JdbiProviderStore(ProvisioningRows rows) implements ProviderStore {
    private static final String IF_FREE = " not exists (select 1 from scim_provider other"
            + " where other.tenant_key = ? and other.display_name = ? and other.id <> ?)";

    @Override
    public void insert(Provider provider) {
        long key = rows.make(provider.tenant());
        String name = name(provider);
        Sql sql = Sql.of(
                        "insert into scim_provider (tenant_key, id, display_name, document)"
                                + " select cast(? as bigint), cast(? as varchar), cast(? as varchar), cast(? as "
                                + rows.dialect().binary() + ") where",
                        key,
                        provider.id(),
                        name,
                        ProvisioningCodec.encode(provider))
                .add(IF_FREE, key, name, provider.id());
        if (rows.write(sql) == 0) {
            throw new DuplicateKeyException("displayName");
        }
    }

    @Override
    public Optional<Provider> find(String tenant, String id) {
        return rows.first(
                tenant,
                key -> Sql.of("select document from scim_provider where tenant_key = ? and id = ?", key, id),
                ProvisioningCodec::decodeProvider);
    }

    @Override
    public void replace(Provider provider) {
        String name = name(provider);
        String id = provider.id();
        int written = rows.write(
                provider.tenant(),
                key -> Sql.of(
                                "update scim_provider set display_name = ?, document = ?"
                                        + " where tenant_key = ? and id = ? and",
                                name,
                                ProvisioningCodec.encode(provider),
                                key,
                                id)
                        .add(IF_FREE, key, name, id));
        if (written == 0 && find(provider.tenant(), id).isPresent()) {
            throw new DuplicateKeyException("displayName");
        }
    }

    @Override
    public void delete(String tenant, String id) {
        rows.write(tenant, key -> Sql.of("delete from scim_credential where tenant_key = ? and provider = ?", key, id));
        rows.write(tenant, key -> Sql.of("delete from scim_provider where tenant_key = ? and id = ?", key, id));
    }

    @Override
    public List<Provider> list(String tenant) {
        return rows.list(
                tenant,
                key -> Sql.of("select document from scim_provider where tenant_key = ? order by id", key),
                ProvisioningCodec::decodeProvider);
    }

    private static String name(Provider provider) {
        return KeyText.of(Collation.key(provider.settings().displayName(), false));
    }
}
