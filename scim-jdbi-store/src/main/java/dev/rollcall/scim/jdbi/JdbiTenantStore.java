package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.provisioning.store.ProvisioningCodec;
import dev.rollcall.scim.provisioning.store.TenantStore;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import dev.rollcall.scim.store.DuplicateKeyException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tenants within a unit of work. */
record JdbiTenantStore(ProvisioningRows rows) implements TenantStore {
    private static final String FIND = "select document from scim_provisioning_tenant where tenant_key = ?";

    /** All that is kept of a tenant. */
    private static final List<String> TABLES = List.of(
            "scim_job",
            "scim_outbox",
            "scim_sync_log",
            "scim_held_account",
            "scim_legal_hold",
            "scim_account_role",
            "scim_account",
            "scim_organization",
            "scim_credential",
            "scim_provider",
            "scim_provisioning_tenant");

    @Override
    public void insert(Tenant tenant) {
        long key = rows.make(tenant.id());
        Sql sql = Sql.of(
                "insert into scim_provisioning_tenant (tenant_key, id, document)"
                        + " select cast(? as bigint), cast(? as varchar), cast(? as "
                        + rows.dialect().binary()
                        + ") where not exists (select 1 from scim_provisioning_tenant where tenant_key = ?)",
                key,
                tenant.id(),
                ProvisioningCodec.encode(tenant),
                key);
        if (rows.write(sql) == 0) {
            throw new DuplicateKeyException("id");
        }
    }

    @Override
    public Optional<Tenant> find(String id) {
        return rows.first(id, key -> Sql.of(FIND, key), ProvisioningCodec::decodeTenant);
    }

    @Override
    public Optional<Tenant> lock(String id) {
        return rows.lock(id, key -> Sql.of(FIND, key), ProvisioningCodec::decodeTenant);
    }

    @Override
    public void replace(Tenant tenant) {
        rows.write(
                tenant.id(),
                key -> Sql.of(
                        "update scim_provisioning_tenant set document = ? where tenant_key = ?",
                        ProvisioningCodec.encode(tenant),
                        key));
    }

    @Override
    public List<Tenant> list(@Nullable String after, int limit) {
        // No id is empty, so every id is behind the empty one.
        Sql sql = Sql.of(
                "select document from scim_provisioning_tenant where id > ? order by id fetch first ? rows only",
                after == null ? "" : after,
                limit);
        return rows.list(sql, ProvisioningCodec::decodeTenant);
    }

    @Override
    public void erase(String id) {
        TABLES.forEach(table -> rows.write(id, key -> Sql.of("delete from " + table + " where tenant_key = ?", key)));
    }
}
