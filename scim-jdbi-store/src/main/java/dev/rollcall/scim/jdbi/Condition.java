package dev.rollcall.scim.jdbi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A condition on the row of the alias {@code r}, as SQL that is true for exactly the rows for which it holds, and false
 * or unknown for all others. What is unknown stays so under {@code not}, so each condition has its opposite written out.
 */
sealed interface Condition {
    /** The SQL; can stand beside others without parentheses around it. */
    Sql sql();

    /** The condition that holds for the other rows. */
    Condition opposite();

    /** The conditions that must all hold for this one, as far as that can be told apart. */
    default List<Condition> conjuncts() {
        return List.of(this);
    }

    /** How an index leads to the rows; empty for an "and", of which one conjunct may lead there. */
    default Optional<Access> access() {
        return Optional.empty();
    }

    /** Holds for all rows, or for none. */
    record Constant(boolean value) implements Condition {
        @Override
        public Sql sql() {
            return Sql.of(value ? "1 = 1" : "1 = 0");
        }

        @Override
        public Condition opposite() {
            return new Constant(!value);
        }
    }

    /** One test and its opposite. */
    record Test(Sql sql, Sql otherwise, @Nullable Access way) implements Condition {
        static Test of(Sql sql, Sql otherwise) {
            return new Test(sql, otherwise, null);
        }

        /** The test whether the inner key is among those that a query gives. */
        static Test among(Sql holders, Access.Kind kind) {
            return new Test(
                    Sql.of("r.resource_key in (").add(holders).add(")"),
                    Sql.of("r.resource_key not in (").add(holders).add(")"),
                    new Access(kind, null, holders));
        }

        @Override
        public Condition opposite() {
            return of(otherwise, sql);
        }

        @Override
        public Optional<Access> access() {
            return Optional.ofNullable(way);
        }
    }

    /** All of several. */
    record All(List<Condition> operands) implements Condition {
        @Override
        public Sql sql() {
            return join(operands, " and ");
        }

        @Override
        public List<Condition> conjuncts() {
            return operands.stream().flatMap(c -> c.conjuncts().stream()).toList();
        }

        @Override
        public Condition opposite() {
            return any(operands.stream().map(Condition::opposite).toList());
        }
    }

    /** One of several. */
    record Any(List<Condition> operands) implements Condition {
        /** Rows to which indexes lead are gathered first: no database finds the way through an "or" over several. */
        @Override
        public Sql sql() {
            return access().map(way -> Sql.of("r.resource_key in (")
                            .add(Objects.requireNonNull(way.holders()))
                            .add(")"))
                    .orElseGet(() -> join(operands, " or "));
        }

        @Override
        public Condition opposite() {
            return all(operands.stream().map(Condition::opposite).toList());
        }

        @Override
        public Optional<Access> access() {
            List<Access> ways =
                    operands.stream().flatMap(c -> c.access().stream()).toList();
            return ways.size() == operands.size() ? Access.union(ways) : Optional.empty();
        }
    }

    /** The condition that all of them hold. */
    static Condition all(List<Condition> conditions) {
        if (conditions.contains(new Constant(false))) {
            return new Constant(false);
        }
        List<Condition> open =
                conditions.stream().filter(c -> !(c instanceof Constant)).toList();
        return open.isEmpty() ? new Constant(true) : open.size() == 1 ? open.get(0) : new All(open);
    }

    /** The condition that one of them holds. */
    static Condition any(List<Condition> conditions) {
        if (conditions.contains(new Constant(true))) {
            return new Constant(true);
        }
        List<Condition> open =
                conditions.stream().filter(c -> !(c instanceof Constant)).toList();
        return open.isEmpty() ? new Constant(false) : open.size() == 1 ? open.get(0) : new Any(open);
    }

    private static Sql join(List<Condition> operands, String word) {
        Sql joined = Sql.joined(operands.stream().map(Condition::sql).toList(), word);
        return Sql.of("(").add(joined).add(")");
    }
}
