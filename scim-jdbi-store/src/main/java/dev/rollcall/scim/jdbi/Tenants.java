package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds and makes the tenants' inner keys within a unit of work. */
final class Tenants {
    private static final String INSERT = """
            insert into scim_tenant (name)
            select cast(:name as varchar)
            where not exists (select 1 from scim_tenant where name = :name)""";

    private final Statements statements;
    private final TenantCache committed;
    private final Map<String, Long> made = new HashMap<>();

    Tenants(Statements statements, TenantCache committed) {
        this.statements = statements;
        this.committed = committed;
    }

    /** The rows that the scope sees; empty if nothing was ever written for the tenant. */
    Optional<VisibleRows> find(Scope scope) {
        statements.requireOpen();
        return key(scope.tenant()).map(key -> new VisibleRows(key, scope.owner()));
    }

    /** The rows that the scope sees, with the tenant made if need be. */
    VisibleRows make(Scope scope) {
        return find(scope).orElseGet(() -> {
            String tenant = scope.tenant();
            statements.run(h -> h.createUpdate(INSERT).bind("name", tenant).execute());
            long key = select(tenant).orElseThrow();
            // Not into the cache: this transaction may yet roll back.
            made.put(tenant, key);
            return new VisibleRows(key, scope.owner());
        });
    }

    private Optional<Long> key(String tenant) {
        Long mine = made.get(tenant);
        return mine == null ? committed.get(tenant).or(() -> selectCommitted(tenant)) : Optional.of(mine);
    }

    private Optional<Long> selectCommitted(String tenant) {
        Optional<Long> found = select(tenant);
        found.ifPresent(key -> committed.put(tenant, key));
        return found;
    }

    private Optional<Long> select(String tenant) {
        return statements.run(h -> h.createQuery("select tenant_key from scim_tenant where name = :name")
                .bind("name", tenant)
                .mapTo(Long.class)
                .findOne());
    }
}
