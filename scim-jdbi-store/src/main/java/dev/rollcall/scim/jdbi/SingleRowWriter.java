package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.StoredResource;
import java.util.List;

/**
 * Writes the row and the keys with one statement, since each costs a round trip to a server; in the SQL of PostgreSQL.
 * All parts of such a statement see what was there before it, so keys that stay must be left alone.
 */
record SingleRowWriter(Statements statements) implements RowWriter {
    private static final String INSERT = """
            ),
            k as (
                insert into scim_key (tenant_key, type, path, key_value, discriminator, resource_key, full_text)
                select n.tenant_key, n.type, w.path, w.key_value,
                    case when w.is_unique then 0 else n.resource_key end, n.resource_key, nullif(w.full_text, '')
                from n cross join unnest(cast(? as varchar[]), cast(? as varchar[]), cast(? as boolean[]),
                    cast(? as varchar[])) as w(path, key_value, is_unique, full_text)
            )
            select count(*) from n""";

    private static final String REPLACE = """
            ),
            wanted as (
                select n.tenant_key, n.type, w.path, w.key_value,
                    case when w.is_unique then 0 else n.resource_key end as discriminator, n.resource_key,
                    nullif(w.full_text, '') as full_text
                from n cross join unnest(cast(? as varchar[]), cast(? as varchar[]), cast(? as boolean[]),
                    cast(? as varchar[])) as w(path, key_value, is_unique, full_text)
            ),
            present as (
                select k.* from n join scim_key k on k.tenant_key = n.tenant_key and k.resource_key = n.resource_key
            ),
            gone as (
                delete from scim_key k using present p
                where k.tenant_key = p.tenant_key and k.type = p.type and k.path = p.path
                    and k.key_value = p.key_value and k.discriminator = p.discriminator
                    and not exists (select 1 from wanted w
                        where w.path = p.path and w.key_value = p.key_value and w.discriminator = p.discriminator)
            ),
            come as (
                insert into scim_key (tenant_key, type, path, key_value, discriminator, resource_key, full_text)
                select w.tenant_key, w.type, w.path, w.key_value, w.discriminator, w.resource_key, w.full_text
                from wanted w
                where not exists (select 1 from present p
                    where p.path = w.path and p.key_value = w.key_value and p.discriminator = w.discriminator)
            )
            select count(*) from n""";

    private static final String RETURNING = " returning tenant_key, type, resource_key";

    @Override
    public boolean insert(Sql insert, long tenant, StoredResource stored) {
        List<KeyRow> keys = KeyRow.of(stored.keys());
        return keys.isEmpty() ? statements.update(insert) > 0 : write(insert, INSERT, keys);
    }

    @Override
    public boolean replace(Sql update, long tenant, StoredResource stored) {
        return write(update, REPLACE, KeyRow.of(stored.keys()));
    }

    private boolean write(Sql row, String rest, List<KeyRow> keys) {
        Sql sql = Sql.of("with n as (")
                .add(row)
                .add(RETURNING)
                .add(
                        rest,
                        keys.stream().map(KeyRow::path).toArray(String[]::new),
                        keys.stream().map(KeyRow::value).toArray(String[]::new),
                        keys.stream().map(KeyRow::unique).toArray(Boolean[]::new),
                        keys.stream().map(KeyRow::text).toArray(String[]::new));
        return statements.first(sql, row1 -> row1.getLong(1)).orElseThrow() > 0;
    }
}
