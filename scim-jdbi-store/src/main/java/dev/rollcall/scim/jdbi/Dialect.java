package dev.rollcall.scim.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;

/** What differs between databases. Immutable and thread-safe. */
interface Dialect {
    /** The folder of the migrations. */
    String folder();

    /** Whether what was committed survives the end of the process. */
    boolean durable();

    /** The type of bytes. */
    String binary();

    /**
     * Whether the failure means that a race was lost, and that the whole transaction may be tried again. A violated
     * unique key means that too: statements look before they write, since some databases end the transaction with the
     * first failed statement.
     */
    boolean isConflict(SQLException failure);

    /** Prepares for the types that statements bind. */
    void configure(Jdbi jdbi);

    /**
     * The dialect of a connection's database.
     *
     * @throws IllegalArgumentException if it is one that the store does not know
     */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        if (product.equals("H2")) {
            return new H2Dialect(!connection.getMetaData().getURL().startsWith("jdbc:h2:mem:"));
        }
        if (product.equals("PostgreSQL")) {
            return new PostgresDialect();
        }
        throw new IllegalArgumentException("The store runs on H2 and PostgreSQL, not on " + product);
    }
}
