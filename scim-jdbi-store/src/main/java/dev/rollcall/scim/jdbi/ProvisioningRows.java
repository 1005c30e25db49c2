package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.Scope;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Reads and writes rows with documents within a unit of work. */
final class ProvisioningRows {
    private final JdbiUnitOfWork unit;

    ProvisioningRows(JdbiUnitOfWork unit) {
        this.unit = unit;
    }

    Dialect dialect() {
        return unit.statements().dialect();
    }

    /** What the unit knows of the roles of accounts. */
    KnownRoles roles() {
        return unit.roles();
    }

    /** The inner key of a tenant; empty if nothing was ever written for it. */
    Optional<Long> find(String tenant) {
        return unit.tenants().find(Scope.ofTenant(tenant)).map(VisibleRows::tenant);
    }

    /** The inner key of a tenant for which something is about to be written. */
    long make(String tenant) {
        unit.requireWritable();
        return unit.tenants().make(Scope.ofTenant(tenant)).tenant();
    }

    /** What the rows of a query have in their first column. */
    <T> List<T> list(Sql query, Function<byte[], T> decoder) {
        return rows(query, row -> decoder.apply(row.getBytes(1)));
    }

    /** The same for a query about a tenant. */
    <T> List<T> list(String tenant, LongFunction<Sql> query, Function<byte[], T> decoder) {
        return find(tenant).map(key -> list(query.apply(key), decoder)).orElse(List.of());
    }

    /** The first of those. */
    <T> Optional<T> first(String tenant, LongFunction<Sql> query, Function<byte[], T> decoder) {
        return list(tenant, query, decoder).stream().findFirst();
    }

    /** The same, held until the unit of work ends. */
    <T> Optional<T> lock(String tenant, LongFunction<Sql> query, Function<byte[], T> decoder) {
        unit.requireWritable();
        return first(tenant, key -> query.apply(key).add(" for update"), decoder);
    }

    <T> List<T> rows(Sql query, Statements.RowReader<T> reader) {
        unit.requireOpen();
        return unit.statements().list(query, reader);
    }

    /** How many rows a query counts. */
    long count(String tenant, LongFunction<Sql> query) {
        return find(tenant)
                .flatMap(key ->
                        rows(query.apply(key), row -> row.getLong(1)).stream().findFirst())
                .orElse(0L);
    }

    void requireWritable() {
        unit.requireWritable();
    }

    /** How many rows a statement wrote. */
    int write(Sql sql) {
        unit.requireWritable();
        return unit.statements().update(sql);
    }

    /** The same for a statement about a tenant that is there. */
    int write(String tenant, LongFunction<Sql> sql) {
        unit.requireWritable();
        return find(tenant).map(key -> write(sql.apply(key))).orElse(0);
    }

    /** Runs a statement with each of the lists of values at once. */
    void batch(String sql, List<List<@Nullable Object>> values) {
        unit.requireWritable();
        if (!values.isEmpty()) {
            unit.statements().batch(sql, values);
        }
    }
}
