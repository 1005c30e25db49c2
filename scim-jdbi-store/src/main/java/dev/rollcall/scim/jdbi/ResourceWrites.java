package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.ConflictException;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.StoredResource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Inserts and replaces resources. Each statement writes only where no key is taken, so that a duplicate is no failed
 * statement; only a race ends in one.
 */
final class ResourceWrites {
    private static final String INSERT = """
            insert into scim_resource (tenant_key, type, id, owner, version, created, last_modified,
                user_name, external_id, display_name, display, document)
            select cast(:tenant as bigint), cast(:type as varchar), cast(:id as varchar),
                cast(:new_owner as varchar), cast(:version as bigint), cast(:created as bigint),
                cast(:last_modified as bigint), cast(:user_name as varchar), cast(:external_id as varchar),
                cast(:display_name as varchar), cast(:display as varchar), cast(:document as %s)
            where not exists (select 1 from scim_resource r where r.tenant_key = :tenant and r.id = :id)""";

    private static final String REPLACE = """
            update scim_resource u
            set version = :version, created = :created, last_modified = :last_modified, user_name = :user_name,
                external_id = :external_id, display_name = :display_name, display = :display,
                document = :document
            where u.tenant_key = :tenant and u.id = :id and u.type = :type and u.version = :expected""";

    private static final String HAS_VERSION = """
            select 1 from scim_resource r
            where r.tenant_key = :tenant and r.id = :id and r.type = :type and r.version = :version""";

    private final Statements statements;
    private final KeyTable keyTable;

    ResourceWrites(Statements statements) {
        this.statements = statements;
        this.keyTable = new KeyTable(statements);
    }

    void insert(VisibleRows rows, StoredResource stored) {
        Write write = new Write(rows, stored);
        int inserted = statements.run(h -> write.bind(
                        h.createUpdate(INSERT.formatted(statements.dialect().binary()) + write.allKeysFree()))
                .bind("new_owner", rows.ownerOfNew())
                .execute());
        if (inserted == 0) {
            throw hasId(rows, write.id()) ? new DuplicateKeyException("id") : duplicate(write);
        }
        keyTable.add(rows.tenant(), write.id(), stored.keys());
    }

    boolean replace(VisibleRows rows, StoredResource stored, long expectedVersion) {
        Write write = new Write(rows, stored);
        int updated = statements.run(
                h -> rows.bind(write.bind(h.createUpdate(REPLACE + rows.condition("u") + write.allKeysFree())))
                        .bind("expected", expectedVersion)
                        .execute());
        if (updated == 0) {
            if (has(rows, stored.resource(), expectedVersion)) {
                throw duplicate(write);
            }
            return false;
        }
        keyTable.replace(rows.tenant(), write.id(), stored.keys());
        return true;
    }

    private boolean has(VisibleRows rows, Resource resource, long version) {
        return statements.run(h -> rows.bind(h.createQuery(HAS_VERSION + rows.condition("r")))
                .bind("id", resource.id())
                .bind("type", resource.type().name())
                .bind("version", version)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    private boolean hasId(VisibleRows rows, String id) {
        return statements.run(h -> h.createQuery("select 1 from scim_resource where tenant_key = :tenant and id = :id")
                .bind("tenant", rows.tenant())
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    /** Why a write wrote nothing: a key is taken, or was and is not any more. */
    private RuntimeException duplicate(Write write) {
        return takenKey(write)
                .<RuntimeException>map(DuplicateKeyException::new)
                .orElseGet(() -> new ConflictException("A key of " + write.id() + " was taken and is free again"));
    }

    private Optional<String> takenKey(Write write) {
        return write.uniques().stream()
                .filter(condition -> statements.run(h -> condition
                        .bind(h.createQuery("select 1 where " + condition.takenByOther()))
                        .bind("tenant", write.rows().tenant())
                        .bind("type", write.type())
                        .bind("id", write.id())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent()))
                .map(condition -> condition.key().path())
                .findFirst();
    }

    /** What a write binds, whether it inserts or replaces. */
    private record Write(VisibleRows rows, StoredResource stored) {
        String id() {
            return stored.resource().id();
        }

        String type() {
            return stored.resource().type().name();
        }

        List<KeyCondition> uniques() {
            return KeyCondition.of(stored.keys().stream().filter(Key::unique).toList());
        }

        String allKeysFree() {
            StringBuilder sql = new StringBuilder();
            uniques().forEach(condition -> sql.append("\nand not ").append(condition.takenByOther()));
            return sql.toString();
        }

        <S extends SqlStatement<S>> S bind(S statement) {
            ResourceRow.of(stored.resource()).bind(statement);
            for (KeyColumn column : KeyColumn.values()) {
                statement.bind(column.column(), column.valueAmong(stored.keys()));
            }
            uniques().forEach(condition -> condition.bind(statement));
            return statement
                    .bind("tenant", rows.tenant())
                    .bind("type", type())
                    .bind("display", stored.resource().text("displayName").orElse(null));
        }
    }
}
