package dev.rollcall.benchmarks.database;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The statements that were run through a {@link LoggedConnection}. Belongs to one thread. */
public final class StatementLog {
    private final List<Executed> executed = new ArrayList<>();

    /**
     * A statement as it was run: once, or once for a whole batch.
     *
     * @param sql its text
     * @param parameters what was bound last, by number; arrays as an {@link ArrayValue}
     */
    public record Executed(String sql, TreeMap<Integer, @Nullable Object> parameters) {}

    /** An array that was bound, by its SQL type and its elements; it can be bound to another connection. */
    public record ArrayValue(String type, Object[] elements) {
        static ArrayValue of(Array array) throws SQLException {
            return new ArrayValue(array.getBaseTypeName(), (Object[]) array.getArray());
        }
    }

    void add(String sql, TreeMap<Integer, @Nullable Object> parameters) {
        executed.add(new Executed(sql, new TreeMap<>(parameters)));
    }

    /** All statements since the last look, which are forgotten then. */
    public List<Executed> take() {
        List<Executed> all = List.copyOf(executed);
        executed.clear();
        return all;
    }
}
