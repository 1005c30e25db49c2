package dev.rollcall.scim.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * H2 2, where a failed statement leaves the transaction alive.
 *
 * @param durable whether the database is in a file rather than in memory
 */
record H2Dialect(boolean durable) implements Dialect {
    private static final Set<String> CONFLICTS = Set.of(
            "23505", // a unique key is taken
            "23506", // a parent row is gone
            "23503", // a child row has come
            "40001", // deadlock
            "90112", // the row to delete is gone
            "90131", // the row was changed meanwhile
            "HYT00"); // waited too long for a lock

    @Override
    public String folder() {
        return "h2";
    }

    @Override
    public String binary() {
        return "varbinary";
    }

    /** An outer join is made from left to right; {@code in} finds an index only by its first column. */
    @Override
    public Sql from(Sql keys, long tenant) {
        return Sql.of(" from (")
                .add(keys)
                .add(
                        ") h left join scim_resource r on r.tenant_key = ? and r.resource_key = h.resource_key where",
                        tenant);
    }

    @Override
    public boolean ordersByCodePoint() {
        return false;
    }

    @Override
    public boolean isConflict(SQLException failure) {
        return CONFLICTS.contains(failure.getSQLState());
    }

    /** With a join, since H2 reads the whole table for {@code any} and {@code in}. */
    @Override
    public Sql among(Sql columns, String table, String column, Object[] values) {
        String type = values instanceof Long[] ? "bigint" : "varchar";
        return Sql.of("select ")
                .add(columns)
                .add(" from ")
                .add("unnest(cast(? as " + type + " array)) as w(v) join " + table, (Object) values)
                .add(" on " + column + " = w.v where 1 = 1");
    }

    @Override
    public MembershipRemoval removal(Statements statements) {
        return new BatchRemoval(statements);
    }

    @Override
    public RowWriter rowWriter(Statements statements) {
        return new BatchRowWriter(statements);
    }

    @Override
    public boolean skipsDuplicates() {
        return false;
    }

    @Override
    public String holding() {
        return " for update";
    }

    @Override
    public String changing() {
        return " for update";
    }

    @Override
    public boolean locksInOrder() {
        return false;
    }

    @Override
    public boolean recursive() {
        return false;
    }

    /** In weaker isolation a table is seen as it was when it was first read. */
    @Override
    public CopyRules copying() {
        return new CopyRules(
                Connection.TRANSACTION_SERIALIZABLE,
                "set lazy_query_execution true",
                "set lazy_query_execution false",
                "");
    }
}
