package dev.rollcall.scim.jdbi;

import java.sql.SQLException;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

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

    @Override
    public boolean isConflict(SQLException failure) {
        return CONFLICTS.contains(failure.getSQLState());
    }

    @Override
    public void configure(Jdbi jdbi) {
        jdbi.registerArrayType(String.class, "varchar");
        jdbi.registerArrayType(Long.class, "bigint");
    }
}
