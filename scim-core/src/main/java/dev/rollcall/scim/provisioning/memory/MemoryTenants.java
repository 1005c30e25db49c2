package dev.rollcall.scim.provisioning.memory;

import dev.rollcall.scim.provisioning.store.TenantStore;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import dev.rollcall.scim.store.DuplicateKeyException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tenants; whoever writes holds all of them. */
record MemoryTenants(MemoryProvisioningUnit unit) implements TenantStore {
    @Override
    public void insert(Tenant tenant) {
        RowKey key = RowKey.of(tenant.id());
        Tables tables = unit.writing();
        if (tables.tenants.has(key)) {
            throw new DuplicateKeyException("id");
        }
        tables.tenants.put(key, tenant);
    }

    @Override
    public Optional<Tenant> find(String id) {
        return unit.reading().tenants.find(RowKey.of(id));
    }

    @Override
    public Optional<Tenant> lock(String id) {
        return unit.writing().tenants.find(RowKey.of(id));
    }

    @Override
    public void replace(Tenant tenant) {
        RowKey key = RowKey.of(tenant.id());
        Tables tables = unit.writing();
        if (tables.tenants.has(key)) {
            tables.tenants.put(key, tenant);
        }
    }

    @Override
    public List<Tenant> list(@Nullable String after, int limit) {
        return unit.reading().tenants.behind(RowKey.of(), after).limit(limit).toList();
    }

    @Override
    public void erase(String id) {
        unit.writing().erase(id);
    }
}
