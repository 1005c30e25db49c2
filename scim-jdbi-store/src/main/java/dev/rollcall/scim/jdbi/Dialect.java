package dev.rollcall.scim.jdbi;

import java.sql.Connection;
import java.sql.SQLException;

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

    /**
     * What follows the columns of a query, up to its first condition: the resources, as {@code r}, whose inner keys another
     * query gives. Whatever the database believes to know of its tables, that query comes first, and the resources are
     * looked up one by one.
     */
    Sql from(Sql keys, long tenant);

    /** Whether texts come in the order of their code points, as in core; otherwise in that of their UTF-16 units. */
    boolean ordersByCodePoint();

    /**
     * A query of those rows whose column has one of some values, each looked up by itself in an index; what follows
     * begins with {@code and}.
     *
     * @param columns what is selected
     * @param table the table with its alias, and what is joined to it
     * @param column the column, with its alias
     * @param values an array of texts or of longs
     */
    Sql among(Sql columns, String table, String column, Object[] values);

    /** How memberships are removed. */
    MembershipRemoval removal(Statements statements);

    /** How rows of resources are written. */
    RowWriter rowWriter(Statements statements);

    /** Whether {@code on conflict do nothing} passes over a row that a unique index has already. */
    boolean skipsDuplicates();

    /**
     * What follows a query of resources by id, alias {@code r}, to hold them against being deleted until the transaction
     * ends; those that are being deleted may be passed over instead of waited for.
     */
    String holding();

    /** What follows a query of resources, alias {@code r}, that are about to be changed by this transaction alone. */
    String changing();

    /** Whether rows that a query holds are held in its order. */
    boolean locksInOrder();

    /** Whether one query can follow memberships through all levels, also where they go round in a circle. */
    boolean recursive();

    /** How the database is copied from and to. */
    CopyRules copying();

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
