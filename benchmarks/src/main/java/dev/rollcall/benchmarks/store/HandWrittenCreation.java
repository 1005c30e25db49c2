package dev.rollcall.benchmarks.store;

import dev.rollcall.benchmarks.load.Person;
import dev.rollcall.benchmarks.measure.Work;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of a user as a careful author would by hand: an insert that gives the key, a batch for the rows that
 * refer to it, the count, and a commit. What the rows hold is taken from those that the store wrote for an example.
 */
final class HandWrittenCreation implements Work {
    private static final String COUNT = """
            update scim_resource_count set resources = resources + 1
            where tenant_key = ? and type = 'User' and owner = 'okta' and slot = ?""";

    private final DataSource dataSource;
    private final Example example;
    private final RowCopy resource;
    private final List<RowCopy> dependents;
    private final List<Integer> slots;
    private RowCopy.@Nullable Renaming renaming;

    /** A user that the store has made. */
    record Example(int number, String id) {}

    private HandWrittenCreation(
            DataSource dataSource, Example example, RowCopy resource, List<RowCopy> dependents, List<Integer> slots) {
        this.dataSource = dataSource;
        this.example = example;
        this.resource = resource;
        this.dependents = dependents;
        this.slots = slots;
    }

    /** Reads the rows of the example. */
    static HandWrittenCreation like(DataSource dataSource, Example example) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            RowCopy resource = RowCopy.of(connection, "scim_resource", "id = ?", example.id())
                    .get(0);
            List<RowCopy> dependents = new ArrayList<>();
            for (String table : tables(connection, "resource_key")) {
                if (!table.equals("scim_resource")) {
                    dependents.addAll(RowCopy.of(connection, table, "resource_key = ?", resource.number(RowCopy.KEY)));
                }
            }
            return new HandWrittenCreation(
                    dataSource, example, resource, dependents, slots(connection, resource.number("tenant_key")));
        }
    }

    private static List<String> tables(Connection connection, String column) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select distinct lower(table_name) from information_schema.columns
                where lower(table_name) like 'scim%' and lower(column_name) = ? order by 1""")) {
            statement.setString(1, column);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
        }
        return tables;
    }

    private static List<Integer> slots(Connection connection, long tenant) throws SQLException {
        List<Integer> slots = new ArrayList<>();
        if (!tables(connection, "slot").contains("scim_resource_count")) {
            return slots;
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "select slot from scim_resource_count where tenant_key = ? and type = 'User' and owner = 'okta'")) {
            statement.setLong(1, tenant);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    slots.add(row.getInt(1));
                }
            }
        }
        return slots;
    }

    @Override
    public void prepare(int i) {
        // Between the numbers that the store makes.
        Person person = new Person(example.number() + 2 + 2 * i);
        renaming = new RowCopy.Renaming(
                example.id(),
                UUID.randomUUID().toString(),
                Integer.toString(example.number()),
                Integer.toString(person.number()));
    }

    @Override
    public void run(int i) throws SQLException {
        RowCopy.Renaming names = java.util.Objects.requireNonNull(renaming);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            long key = resource.insert(connection, names);
            RowCopy.insertAll(connection, dependents, names, key);
            if (!slots.isEmpty()) {
                count(connection);
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private void count(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setLong(1, resource.number("tenant_key"));
            statement.setInt(2, slots.get(ThreadLocalRandom.current().nextInt(slots.size())));
            statement.executeUpdate();
        }
    }
}
