package dev.rollcall.benchmarks.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/** A kind of database that holds the databases of the benchmarks, each known by a short name. Thread-safe. */
public interface DatabaseServer extends AutoCloseable {
    /** {@code h2} or {@code postgresql}, as figures say it. */
    String name();

    /** Whether a commit is on the disk before it is answered: {@code on} or {@code off}. */
    String fsync();

    /** Version and settings, for those who read the figures. */
    String description();

    /** Makes a database that is empty, whatever was there before. */
    void create(String database) throws IOException, SQLException;

    /** The JDBC URL of a database, with user and password in it if it needs them. */
    String url(String database);

    /** Lets the database do what it would do in a quiet hour: statistics, vacuum, checkpoint. */
    void settle(Connection connection) throws SQLException;

    /** Counts the rows that one connection's statements touch. */
    RowCounter rowCounter(Supplier<Connection> connection);

    @Override
    void close() throws IOException, SQLException;
}
