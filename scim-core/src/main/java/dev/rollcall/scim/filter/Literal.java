package dev.rollcall.scim.filter;

import java.math.BigDecimal;

/** What a filter compares with: a JSON value that is no object and no array. Immutable; printed as JSON. */
public sealed interface Literal {
    /** A string without U+0000 and without halves of surrogate pairs. */
    record Text(String value) implements Literal {
        /** Checks that the text can be written in UTF-8 and kept by any database. */
        public Text {
            if (JsonText.hasBadCharacter(value)) {
                throw new IllegalArgumentException("A text holds U+0000 or half a surrogate pair");
            }
        }

        @Override
        public String toString() {
            return JsonText.quote(value);
        }
    }

    /** A number of at most 100 digits, and between 1E-300 and 1E+300 in size if it is not zero. */
    record Number(BigDecimal value) implements Literal {
        private static final int MAX_DIGITS = 100;
        private static final int MAX_EXPONENT = 300;

        /** Checks the bounds, without which one short number could cost gigabytes to compare. */
        public Number {
            if (!isWithinBounds(value)) {
                throw new IllegalArgumentException(
                        "A number has more than " + MAX_DIGITS + " digits or an exponent beyond " + MAX_EXPONENT);
            }
        }

        static boolean isWithinBounds(BigDecimal value) {
            long exponent = (long) value.precision() - value.scale() - 1;
            return value.precision() <= MAX_DIGITS && Math.abs(exponent) <= MAX_EXPONENT;
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(boolean value) implements Literal {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    /** {@code null}: equal to an attribute without value. */
    record Null() implements Literal {
        @Override
        public String toString() {
            return "null";
        }
    }

    /** A string. */
    static Literal of(String value) {
        return new Text(value);
    }

    /** A whole number. */
    static Literal of(long value) {
        return new Number(BigDecimal.valueOf(value));
    }

    /** A boolean. */
    static Literal of(boolean value) {
        return new Bool(value);
    }
}
