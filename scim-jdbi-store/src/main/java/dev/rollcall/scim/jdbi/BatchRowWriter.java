package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.StoredResource;
import java.util.List;

/** Writes the row with one statement and the keys with a batch: right where a statement costs no round trip. */
record BatchRowWriter(Statements statements) implements RowWriter {
    private static final String INSERT = """
            insert into scim_key (tenant_key, type, path, key_value, discriminator, resource_key, full_text)
            select r.tenant_key, r.type, cast(? as varchar), cast(? as varchar),
                case when cast(? as boolean) then 0 else r.resource_key end, r.resource_key,
                nullif(cast(? as varchar), '')
            from scim_resource r
            where r.tenant_key = ? and r.id = ?""";

    private static final String DELETE = """
            delete from scim_key
            where tenant_key = ? and resource_key =
                (select r.resource_key from scim_resource r where r.tenant_key = ? and r.id = ?)""";

    @Override
    public boolean insert(Sql insert, long tenant, StoredResource stored) {
        if (statements.update(insert) == 0) {
            return false;
        }
        add(tenant, stored);
        return true;
    }

    @Override
    public boolean replace(Sql update, long tenant, StoredResource stored) {
        if (statements.update(update) == 0) {
            return false;
        }
        statements.update(Sql.of(DELETE, tenant, tenant, stored.resource().id()));
        add(tenant, stored);
        return true;
    }

    private void add(long tenant, StoredResource stored) {
        List<KeyRow> keys = KeyRow.of(stored.keys());
        String id = stored.resource().id();
        if (!keys.isEmpty()) {
            statements.batch(
                    INSERT,
                    keys.stream()
                            .map(key -> List.<Object>of(key.path(), key.value(), key.unique(), key.text(), tenant, id))
                            .toList());
        }
    }
}
