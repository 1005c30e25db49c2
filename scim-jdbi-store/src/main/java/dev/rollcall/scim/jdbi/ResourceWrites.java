package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.ConflictException;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.StoredResource;
import java.util.List;
import java.util.Optional;

/**
 * Inserts and replaces resources. Each statement writes only where no key is taken, so that a duplicate is no failed
 * statement; only a race ends in one.
 */
final class ResourceWrites {
    private final Statements statements;
    private final RowWriter writer;

    ResourceWrites(Statements statements) {
        this.statements = statements;
        this.writer = statements.dialect().rowWriter(statements);
    }

    void insert(VisibleRows rows, StoredResource stored) {
        Write write = new Write(rows.tenant(), stored);
        Sql sql = Sql.of("insert into scim_resource (tenant_key, type, id, owner, " + ResourceColumn.names() + ")")
                .add(
                        " select cast(? as bigint), cast(? as varchar), cast(? as varchar), cast(? as varchar), ",
                        rows.tenant(),
                        write.type(),
                        write.id(),
                        rows.ownerOfNew())
                .add(ResourceColumn.parameters(statements.dialect()), ResourceColumn.values(stored))
                .add(statements.dialect().skipsDuplicates() ? write.unlessTaken() : write.ifFree());
        if (!writer.insert(sql, rows.tenant(), stored)) {
            throw hasId(rows.tenant(), write.id()) ? new DuplicateKeyException("id") : duplicate(write);
        }
    }

    boolean replace(VisibleRows rows, StoredResource stored, long expectedVersion) {
        Write write = new Write(rows.tenant(), stored);
        Sql sql = Sql.of("update scim_resource u set ")
                .add(ResourceColumn.assignments(), ResourceColumn.values(stored))
                .add(
                        " where u.tenant_key = ? and u.id = ? and u.type = ? and u.version = ?",
                        rows.tenant(),
                        write.id(),
                        write.type(),
                        expectedVersion)
                .add(rows.condition("u"))
                .add(write.ifStillFree());
        boolean written = writer.replace(sql, rows.tenant(), stored);
        if (!written && has(rows, stored.resource(), expectedVersion)) {
            throw duplicate(write);
        }
        return written;
    }

    private boolean has(VisibleRows rows, Resource resource, long version) {
        return exists(Sql.of(
                        "select 1 from scim_resource r where r.tenant_key = ? and r.id = ? and r.type = ? and r.version = ?",
                        rows.tenant(),
                        resource.id(),
                        resource.type().name(),
                        version)
                .add(rows.condition("r")));
    }

    private boolean hasId(long tenant, String id) {
        return exists(Sql.of("select 1 from scim_resource where tenant_key = ? and id = ?", tenant, id));
    }

    /** Why a write wrote nothing: a key is taken, or was and is not any more. */
    private RuntimeException duplicate(Write write) {
        return takenKey(write)
                .<RuntimeException>map(DuplicateKeyException::new)
                .orElseGet(() -> new ConflictException("A key of " + write.id() + " was taken and is free again"));
    }

    private Optional<String> takenKey(Write write) {
        return write.uniques().stream()
                .filter(condition -> exists(Sql.of("select 1 where ").add(write.taken(condition))))
                .map(condition -> condition.key().path())
                .findFirst();
    }

    private boolean exists(Sql query) {
        return statements.first(query, row -> row.getInt(1)).isPresent();
    }

    /** What is written, and where. */
    private record Write(long tenant, StoredResource stored) {
        String id() {
            return stored.resource().id();
        }

        String type() {
            return stored.resource().type().name();
        }

        List<KeyCondition> uniques() {
            return stored.keys().stream()
                    .filter(Key::unique)
                    .map(KeyCondition::new)
                    .toList();
        }

        Sql taken(KeyCondition condition) {
            return condition.takenByOther(tenant, type(), id());
        }

        /** What an insert writes under. */
        Sql ifFree() {
            Sql sql = Sql.of(
                    " where not exists (select 1 from scim_resource r where r.tenant_key = ? and r.id = ?)",
                    tenant,
                    id());
            uniques().forEach(condition -> sql.add(" and not ").add(taken(condition)));
            return sql;
        }

        /** The same where the database itself passes over what violates a unique index. */
        Sql unlessTaken() {
            Sql sql = Sql.of(" where 1 = 1");
            uniques().stream()
                    .filter(condition -> !condition.inUniqueIndex())
                    .forEach(condition -> sql.add(" and not ").add(taken(condition)));
            return sql.add(" on conflict do nothing");
        }

        /** What an update writes under; who keeps a key need not look whether another has it. */
        Sql ifStillFree() {
            Sql sql = new Sql();
            uniques()
                    .forEach(condition -> sql.add(" and (")
                            .add(condition.keptBy("u"))
                            .add("not ")
                            .add(taken(condition))
                            .add(")"));
            return sql;
        }
    }
}
