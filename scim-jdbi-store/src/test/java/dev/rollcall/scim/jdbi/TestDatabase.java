package dev.rollcall.scim.jdbi;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;

/** An H2 database in a file, with a pool as a host has one. Closing it closes the database. */
record TestDatabase(JdbcConnectionPool pool) implements AutoCloseable {
    static TestDatabase in(Path folder) {
        return in(folder, "");
    }

    /** With settings that follow the URL, such as {@code ;LOCK_TIMEOUT=10}. */
    static TestDatabase in(Path folder, String settings) {
        return new TestDatabase(
                JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("rollcall") + settings, "sa", ""));
    }

    JdbiStore store() {
        return JdbiStore.builder(pool).migrate(true).build();
    }

    /** The first column of each row of a query, as text; its parameters are null. */
    List<String> column(String query) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                statement.setObject(i, null);
            }
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    void execute(String sql) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
