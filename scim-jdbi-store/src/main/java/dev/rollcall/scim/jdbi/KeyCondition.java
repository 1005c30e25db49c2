package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.Key;

/** A unique key as part of a statement that writes it. */
record KeyCondition(Key key) {
    // From the key to its resource: the other way round H2 would look at all resources.
    private static final String TAKEN_IN_TABLE = """
            exists (select 1 from scim_key k
                where k.tenant_key = ? and k.type = ? and k.path = ? and k.key_value = ?
                    and not exists (select 1 from scim_resource r
                        where r.tenant_key = ? and r.id = ? and r.resource_key = k.resource_key))""";

    /** The condition that another resource of the type has the key. */
    Sql takenByOther(long tenant, String type, String id) {
        return KeyColumn.of(key)
                .map(column -> Sql.of(
                        "exists (select 1 from scim_resource r where r.tenant_key = ? and r.type = ? and r.id <> ? and r."
                                + column.column() + " = ?)",
                        tenant,
                        type,
                        id,
                        text()))
                .orElseGet(() -> Sql.of(TAKEN_IN_TABLE, tenant, type, key.path(), text(), tenant, id));
    }

    /** Whether the column of the key has a unique index. */
    boolean inUniqueIndex() {
        return KeyColumn.of(key).filter(column -> column == KeyColumn.USER_NAME).isPresent();
    }

    /** The condition that the row of the alias has the key already, and an {@code or}; nothing for keys in the table. */
    Sql keptBy(String alias) {
        return inUniqueIndex() ? Sql.of(alias + "." + KeyColumn.USER_NAME.column() + " = ? or ", text()) : new Sql();
    }

    private String text() {
        return KeyText.of(key.value());
    }
}
