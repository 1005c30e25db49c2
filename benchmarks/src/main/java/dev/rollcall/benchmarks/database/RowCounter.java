package dev.rollcall.benchmarks.database;

import java.sql.SQLException;
import java.util.Map;

/** Tells how many rows the statements of one connection touched, table by table. */
public interface RowCounter {
    /** Counts from nothing again. */
    void begin() throws SQLException;

    /** The rows since then, by table; a database that does not tell tables apart has one entry for all. */
    Map<String, Rows> end() throws SQLException;

    /**
     * Rows of one table.
     *
     * @param read rows and index entries that were looked at
     * @param written rows that were inserted, updated or deleted
     */
    record Rows(long read, long written) {}

    /** All rows that were read or written. */
    static long sum(Map<String, Rows> rows) {
        return rows.values().stream().mapToLong(r -> r.read() + r.written()).sum();
    }
}
