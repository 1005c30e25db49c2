package dev.rollcall.scim.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** PostgreSQL, where the transaction is lost with the first statement that fails, and each statement is a round trip. */
record PostgresDialect() implements Dialect {
    private static final Set<String> CONFLICTS = Set.of(
            "23505", // a unique key is taken
            "23503", // a row that this one refers to is gone, or one that refers to this one has come
            "40001", // the rows were changed meanwhile
            "40P01", // deadlock
            "55P03"); // waited too long for a lock

    @Override
    public String folder() {
        return "postgresql";
    }

    @Override
    public boolean durable() {
        return true;
    }

    @Override
    public String binary() {
        return "bytea";
    }

    /** Nothing is moved across {@code offset}. */
    @Override
    public Sql from(Sql keys, long tenant) {
        return Sql.of(" from (")
                .add(keys)
                .add(
                        ") h cross join lateral (select * from scim_resource where tenant_key = ?"
                                + " and resource_key = h.resource_key offset 0) r where",
                        tenant);
    }

    @Override
    public boolean ordersByCodePoint() {
        return true;
    }

    @Override
    public boolean isConflict(SQLException failure) {
        return CONFLICTS.contains(failure.getSQLState());
    }

    /** Not with a join, which can go the wrong way round as long as the statistics do not know that a table has grown. */
    @Override
    public Sql among(Sql columns, String table, String column, Object[] values) {
        return Sql.of("select ").add(columns).add(" from " + table + " where " + column + " = any(?)", (Object) values);
    }

    @Override
    public MembershipRemoval removal(Statements statements) {
        return new SingleRemoval(statements);
    }

    @Override
    public RowWriter rowWriter(Statements statements) {
        return new SingleRowWriter(statements);
    }

    /** Also where the other writer has not committed yet: then it waits. */
    @Override
    public boolean skipsDuplicates() {
        return true;
    }

    /** Several groups may gain one member at the same time, also while it is changed. */
    @Override
    public String holding() {
        return " order by r.id for key share of r skip locked";
    }

    @Override
    public String changing() {
        return " for no key update of r";
    }

    @Override
    public boolean locksInOrder() {
        return true;
    }

    @Override
    public boolean recursive() {
        return true;
    }

    @Override
    public CopyRules copying() {
        return new CopyRules(
                Connection.TRANSACTION_REPEATABLE_READ, "", "", "lock table %s in share row exclusive mode");
    }
}
