package dev.rollcall.scim.jdbi;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an index leads to the rows for which a condition holds.
 *
 * @param kind how few rows those are
 * @param column the column of the alias {@code r} that must have one value, and whose index has those who share it in the
 *     order of ids; null if the index is one of another table
 * @param holders a query of the inner keys of those rows, perhaps with others that are not visible; null if they are too
 *     many to be gathered
 */
record Access(Kind kind, @Nullable String column, @Nullable Sql holders) {
    /** From the fewest rows to the most. */
    enum Kind {
        /** One at most. */
        UNIQUE,
        /** A few. */
        FEW,
        /** Those who share a name. */
        SHARED,
        /** A good part of all. */
        MANY
    }

    /** Whether the index is not one of the rows themselves. */
    boolean isElsewhere() {
        return column == null && holders != null;
    }

    /** The way to the rows that one of the ways leads to; empty if one of them leads to too many. */
    static Optional<Access> union(List<Access> ways) {
        if (ways.stream().anyMatch(way -> way.holders == null)) {
            return Optional.empty();
        }
        Kind most =
                ways.stream().map(Access::kind).max(Comparator.naturalOrder()).orElse(Kind.UNIQUE);
        Sql queries = Sql.joined(
                ways.stream().map(way -> Objects.requireNonNull(way.holders)).toList(), " union ");
        return Optional.of(new Access(most == Kind.UNIQUE ? Kind.FEW : most, null, queries));
    }
}
