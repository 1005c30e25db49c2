package dev.rollcall.scim.filter;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Compares numbers with one literal, whatever the scale of either. Immutable and thread-safe. */
final class NumberMatch {
    private static final BigDecimal MIN = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    private final Operator operator;
    private final BigDecimal literal;
    private final long floor;
    /** What a whole number equal to {@link #floor} compares as: 0, or -1 if the literal is above it. */
    private final int atFloor;
    /** -1 or 1 if every whole number of 64 bits is below or above the literal, else 0. */
    private final int beyond;

    NumberMatch(Operator operator, BigDecimal literal) {
        this.operator = operator;
        this.literal = literal;
        this.beyond = literal.compareTo(MAX) > 0 ? -1 : literal.compareTo(MIN) < 0 ? 1 : 0;
        BigDecimal whole = beyond == 0 ? literal.setScale(0, RoundingMode.FLOOR) : BigDecimal.ZERO;
        this.floor = whole.longValueExact();
        this.atFloor = whole.compareTo(literal) == 0 ? 0 : -1;
    }

    /** Without making a {@link BigDecimal} of each value. */
    boolean test(long value) {
        int comparison = beyond != 0 ? beyond : value == floor ? atFloor : Long.compare(value, floor);
        return operator.accepts(comparison);
    }

    boolean test(BigDecimal value) {
        return operator.accepts(value.compareTo(literal));
    }
}
