package dev.rollcall.scim.provisioning.memory;

import dev.rollcall.scim.provisioning.provider.Provider;
import dev.rollcall.scim.provisioning.store.ProviderStore;
import dev.rollcall.scim.resource.Collation;
import dev.rollcall.scim.store.DuplicateKeyException;
import java.util.List;
import java.util.Optional;

/** Providers. */
record MemoryProviders(MemoryProvisioningUnit unit) implements ProviderStore {
    private static RowKey key(Provider provider) {
        return RowKey.of(provider.tenant(), provider.id());
    }

    private static String name(Provider provider) {
        return Collation.key(provider.settings().displayName(), false);
    }

    @Override
    public void insert(Provider provider) {
        Tables tables = unit.writing();
        requireFreeName(tables, provider);
        tables.providers.put(key(provider), provider);
    }

    private static void requireFreeName(Tables tables, Provider provider) {
        boolean taken = tables.providers
                .under(RowKey.of(provider.tenant()))
                .anyMatch(other ->
                        !other.id().equals(provider.id()) && name(other).equals(name(provider)));
        if (taken) {
            throw new DuplicateKeyException("displayName");
        }
    }

    @Override
    public Optional<Provider> find(String tenant, String id) {
        return unit.reading().providers.find(RowKey.of(tenant, id));
    }

    @Override
    public void replace(Provider provider) {
        Tables tables = unit.writing();
        requireFreeName(tables, provider);
        if (tables.providers.has(key(provider))) {
            tables.providers.put(key(provider), provider);
        }
    }

    @Override
    public void delete(String tenant, String id) {
        Tables tables = unit.writing();
        tables.providers.remove(RowKey.of(tenant, id));
        tables.credentials
                .of(tenant, id)
                .toList()
                .forEach(one -> tables.credentials.remove(RowKey.of(tenant, one.id())));
    }

    @Override
    public List<Provider> list(String tenant) {
        return unit.reading().providers.under(RowKey.of(tenant)).toList();
    }
}
