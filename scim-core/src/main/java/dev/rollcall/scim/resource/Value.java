package dev.rollcall.scim.resource;

import java.math.BigDecimal;
import java.util.List;

/**
 * A value of an attribute (RFC 7643 §2.3). Immutable and thread-safe.
 *
 * <p>Unassigned, null and the empty list are one state (RFC 7643 §2.5): the absence of a value. So no {@link Multi} and
 * no {@link Complex} that stands in a resource is empty.
 */
public sealed interface Value
        permits Value.Text,
                Value.Bool,
                Value.Int,
                Value.Decimal,
                Value.Binary,
                Value.Reference,
                Value.Multi,
                DateTime,
                Complex {
    /** A {@code string}. */
    record Text(String value) implements Value {}

    /** A {@code boolean}. */
    record Bool(boolean value) implements Value {}

    /** An {@code integer} of 64 bits. */
    record Int(long value) implements Value {}

    /** A {@code decimal}; keeps its precision. */
    record Decimal(BigDecimal value) implements Value {}

    /** A {@code binary} value in padded base64 (RFC 4648 §4). */
    record Binary(String base64) implements Value {}

    /** A {@code reference}: an absolute or relative URI. */
    record Reference(String uri) implements Value {}

    /** The values of a multi-valued attribute, in their order. */
    record Multi(List<Value> values) implements Value {
        /** Copies the list. */
        public Multi {
            values = List.copyOf(values);
        }
    }

    /** A text value. */
    static Value of(String value) {
        return new Text(value);
    }

    /** A boolean value. */
    static Value of(boolean value) {
        return new Bool(value);
    }

    /** An integer value. */
    static Value of(long value) {
        return new Int(value);
    }

    /** The value as one element, or as the elements of a list. */
    default List<Value> elements() {
        return this instanceof Multi multi ? multi.values() : List.of(this);
    }
}
