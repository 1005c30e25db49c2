package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.filter.Operator;
import java.util.Optional;

/** A comparison of values that have an order, as SQL writes it. */
enum SqlOperator {
    EQ("=", "<>"),
    NE("<>", "="),
    GT(">", "<="),
    GE(">=", "<"),
    LT("<", ">="),
    LE("<=", ">");

    private final String sign;
    private final String opposite;

    SqlOperator(String sign, String opposite) {
        this.sign = sign;
        this.opposite = opposite;
    }

    /** Empty for an operator that looks into a text. */
    static Optional<SqlOperator> of(Operator operator) {
        return switch (operator) {
            case EQ -> Optional.of(EQ);
            case NE -> Optional.of(NE);
            case GT -> Optional.of(GT);
            case GE -> Optional.of(GE);
            case LT -> Optional.of(LT);
            case LE -> Optional.of(LE);
            case CO, SW, EW -> Optional.empty();
        };
    }

    /** The test of an expression that is never null. */
    Condition.Test test(String expression, Object value) {
        return Condition.Test.of(
                Sql.of(expression + " " + sign + " ?", value), Sql.of(expression + " " + opposite + " ?", value));
    }

    /** The test of a column that is null for an attribute without value. */
    Condition.Test testNullable(String column, Object value) {
        Condition.Test test = test(column, value);
        // Without a value "ne" holds and no other comparison does.
        return this == NE
                ? Condition.Test.of(orNull(column, test.sql()), test.otherwise())
                : Condition.Test.of(test.sql(), orNull(column, test.otherwise()));
    }

    private static Sql orNull(String column, Sql test) {
        return Sql.of("(" + column + " is null or ").add(test).add(")");
    }

    /** Whether it holds for every value that is greater, or that is less, than what it is compared with. */
    boolean holds(boolean forGreater) {
        return switch (this) {
            case EQ -> false;
            case NE -> true;
            case GT, GE -> forGreater;
            case LT, LE -> !forGreater;
        };
    }
}
