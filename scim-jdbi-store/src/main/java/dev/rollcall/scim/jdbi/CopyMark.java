package dev.rollcall.scim.jdbi;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** The row that says that a copy into the database has begun and not ended. */
final class CopyMark {
    static final String TABLE = "scim_copy";

    private CopyMark() {}

    /** Sets it, if a copy that was cut off has not, and commits. */
    static void set(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "insert into scim_copy (id) select 1 where not exists (select 1 from scim_copy where id = 1)");
        }
        connection.commit();
    }

    /** Clears it, with whatever the transaction does. */
    static void clear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from scim_copy");
        }
    }

    /** Whether it is set; not if its table is not there yet. */
    static boolean isSet(Connection connection) throws SQLException {
        return exists(connection) && isThere(connection);
    }

    private static boolean isThere(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select 1 from scim_copy")) {
            return row.next();
        }
    }

    private static boolean exists(Connection connection) throws SQLException {
        for (String name : new String[] {TABLE, TABLE.toUpperCase(Locale.ROOT)}) {
            try (ResultSet found =
                    connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), name, null)) {
                if (found.next()) {
                    return true;
                }
            }
        }
        return false;
    }
}
