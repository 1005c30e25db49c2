package dev.rollcall.scim.jdbi;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * A database, with a pool as a host has one, and a record of the statements that the store runs on it. Closing it closes
 * the pool, and with it a database in this process.
 */
record TestDatabase(HikariDataSource pool, StatementLog statements) implements AutoCloseable {
    static TestDatabase at(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        if (url.startsWith("jdbc:h2:")) {
            config.setUsername("sa");
        }
        config.setMaximumPoolSize(20);
        config.setMinimumIdle(0);
        return new TestDatabase(new HikariDataSource(config), new StatementLog());
    }

    /** A store whose database was there when it began and is not any more. */
    static JdbiStore gone() {
        try (TestDatabase database = at("jdbc:h2:mem:")) {
            return database.store();
        }
    }

    /** What a store is given. */
    DataSource dataSource() {
        return statements.of(pool);
    }

    JdbiStore store() {
        return JdbiStore.builder(dataSource()).migrate(true).build();
    }

    /** How many connections are lent. */
    int lent() {
        return pool.getHikariPoolMXBean().getActiveConnections();
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

    /** How the database runs a statement for parameters that it does not know, . */
    String plan(String sql) {
        if (isH2()) {
            return String.join("\n", column("explain " + sql));
        }
        Matcher parameter = Pattern.compile("\\?").matcher(sql);
        AtomicInteger number = new AtomicInteger();
        String numbered = parameter.replaceAll(found -> "\\$" + number.incrementAndGet());
        // A plan for unknown parameters is to be had from a simple query alone.
        try (Connection connection = DriverManager.getConnection(pool.getJdbcUrl() + "&preferQueryMode=simple");
                Statement statement = connection.createStatement()) {
            // Small tables are read from end to end unless told otherwise; large ones are not where an index serves.
            statement.execute("set enable_seqscan = off");
            List<String> lines = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("explain (generic_plan) " + numbered)) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            return String.join("\n", lines);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
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

    /** Whatever is in the database goes. */
    void wipe() {
        if (isH2()) {
            execute("drop all objects");
        } else {
            String schema = column("select current_schema()").get(0);
            execute("drop schema " + schema + " cascade");
            execute("create schema " + schema);
        }
    }

    List<String> tables() {
        return column("select table_name from information_schema.tables where table_schema = "
                + (isH2() ? "'PUBLIC'" : "current_schema()"));
    }

    boolean isH2() {
        return pool.getJdbcUrl().startsWith("jdbc:h2:");
    }

    @Override
    public void close() {
        pool.close();
    }
}
