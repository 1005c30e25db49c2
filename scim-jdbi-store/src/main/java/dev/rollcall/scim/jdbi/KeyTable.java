package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.Key;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The keys that columns cannot hold, or cannot keep unique. */
final class KeyTable {
    private static final String INSERT = """
            insert into scim_key (tenant_key, type, path, key_value, discriminator, resource_key)
            select r.tenant_key, r.type, cast(:path as varchar), cast(:key as varchar),
                case when cast(:unique as boolean) then 0 else r.resource_key end, r.resource_key
            from scim_resource r
            where r.tenant_key = :tenant and r.id = :id""";

    private static final String DELETE = """
            delete from scim_key
            where tenant_key = :tenant and resource_key =
                (select r.resource_key from scim_resource r where r.tenant_key = :tenant and r.id = :id)""";

    private final Statements statements;

    KeyTable(Statements statements) {
        this.statements = statements;
    }

    /** Adds the keys of a resource that has none here. */
    void add(long tenant, String id, List<Key> keys) {
        List<Key> mine = keys.stream().filter(KeyTable::belongs).toList();
        if (mine.isEmpty()) {
            return;
        }
        statements.run(h -> {
            PreparedBatch batch = h.prepareBatch(INSERT);
            for (Key key : mine) {
                batch.bind("path", key.path())
                        .bind("key", KeyText.of(key.value()))
                        .bind("unique", key.unique())
                        .bind("tenant", tenant)
                        .bind("id", id)
                        .add();
            }
            return batch.execute();
        });
    }

    /** Puts the keys in the place of those that the resource had. */
    void replace(long tenant, String id, List<Key> keys) {
        statements.run(h ->
                h.createUpdate(DELETE).bind("tenant", tenant).bind("id", id).execute());
        add(tenant, id, keys);
    }

    private static boolean belongs(Key key) {
        return KeyColumn.of(key)
                .map(column -> key.unique() && column != KeyColumn.USER_NAME)
                .orElse(true);
    }
}
