package dev.rollcall.scim.jdbi;

import java.sql.SQLException;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** PostgreSQL, where the transaction is lost with the first statement that fails. */
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
