package dev.rollcall.scim.jdbi;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table that is copied: whichever there are, so that none is forgotten. */
record CopyTable(String name, List<CopyColumn> columns) {
    private static final int BATCH_ROWS = 500;
    private static final int BATCH_BYTES = 1 << 20;
    private static final int PROGRESS = 100_000;

    /** All tables of the store, those that others refer to first. */
    static List<CopyTable> in(Connection connection) throws SQLException {
        return new CopyCatalog(connection).tables();
    }

    /** A column that the other one does not have. */
    Optional<String> columnsMissingIn(CopyTable other) {
        return columns.stream()
                .map(CopyColumn::name)
                .filter(column -> other.columns.stream().noneMatch(c -> c.name().equals(column)))
                .findFirst();
    }

    /** The columns in the order of this side, whichever it has on the other. */
    private String select() {
        return "select " + names() + " from " + name;
    }

    private String names() {
        return columns.stream().map(CopyColumn::name).collect(Collectors.joining(", "));
    }

    private String insert() {
        return "insert into " + name + " (" + names() + ") values ("
                + columns.stream().map(c -> "?").collect(Collectors.joining(", ")) + ")";
    }

    /** Copies all rows, and tells what they were. */
    CopyDigest copy(CopySession from, CopySession into, ObjLongConsumer<String> progress) throws SQLException {
        CopyDigest sent = CopyDigest.NONE;
        try (Statement select = from.streaming();
                ResultSet rows = select.executeQuery(select());
                PreparedStatement insert = into.connection().prepareStatement(insert())) {
            int waiting = 0;
            int bytes = 0;
            while (rows.next()) {
                List<@Nullable Object> row = read(rows);
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).bind(insert, i + 1, row.get(i));
                    bytes += CopyColumn.size(row.get(i));
                }
                insert.addBatch();
                sent = sent.plus(row);
                if (++waiting == BATCH_ROWS || bytes > BATCH_BYTES) {
                    insert.executeBatch();
                    waiting = 0;
                    bytes = 0;
                }
                if (sent.rows() % PROGRESS == 0) {
                    progress.accept(name, sent.rows());
                }
            }
            if (waiting > 0) {
                insert.executeBatch();
            }
        }
        progress.accept(name, sent.rows());
        return sent;
    }

    /** What its rows are. */
    CopyDigest digest(CopySession session) throws SQLException {
        CopyDigest digest = CopyDigest.NONE;
        try (Statement select = session.streaming();
                ResultSet rows = select.executeQuery(select())) {
            while (rows.next()) {
                digest = digest.plus(read(rows));
            }
        }
        return digest;
    }

    private List<@Nullable Object> read(ResultSet rows) throws SQLException {
        List<@Nullable Object> row = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            row.add(columns.get(i).read(rows, i + 1));
        }
        return row;
    }

    /** Lets the database go on numbering behind what was copied. */
    void restartIdentity(Connection connection) throws SQLException {
        for (CopyColumn column : columns) {
            if (column.identity()) {
                try (Statement statement = connection.createStatement()) {
                    long next;
                    try (ResultSet row =
                            statement.executeQuery("select coalesce(max(" + column.name() + "), 0) + 1 from " + name)) {
                        row.next();
                        next = row.getLong(1);
                    }
                    statement.execute(
                            "alter table " + name + " alter column " + column.name() + " restart with " + next);
                }
            }
        }
    }
}
