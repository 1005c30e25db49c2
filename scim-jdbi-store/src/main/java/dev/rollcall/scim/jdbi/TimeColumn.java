package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.filter.Operator;
import java.time.Instant;
import java.util.Optional;

/**
 * Tests of a time that every row has.
 *
 * @param name the column, as of the alias {@code r}
 */
record TimeColumn(String name) {
    /** The test as SQL; empty if times are not compared so. */
    Optional<Condition> test(Operator operator, Instant literal) {
        return SqlOperator.of(operator).map(sql -> test(sql, literal));
    }

    private Condition test(SqlOperator operator, Instant literal) {
        try {
            return operator.test(name, StoredTime.of(literal));
        } catch (ArithmeticException e) {
            // No row has a time so far away.
            return new Condition.Constant(operator.holds(literal.isBefore(Instant.EPOCH)));
        }
    }
}
