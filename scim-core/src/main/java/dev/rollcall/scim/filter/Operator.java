package dev.rollcall.scim.filter;

import dev.rollcall.scim.schema.AttributeType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An operator that compares an attribute with a literal (RFC 7644 §3.4.2.2, table 3). */
public enum Operator {
    /** Equal. */
    EQ("eq"),
    /** Not equal; for several values, some value is not equal. */
    NE("ne"),
    /** Contains. */
    CO("co"),
    /** Starts with. */
    SW("sw"),
    /** Ends with. */
    EW("ew"),
    /** Greater, or later. */
    GT("gt"),
    /** Greater or equal. */
    GE("ge"),
    /** Less, or earlier. */
    LT("lt"),
    /** Less or equal. */
    LE("le");

    private final String keyword;

    Operator(String keyword) {
        this.keyword = keyword;
    }

    /** The keyword in lower case. */
    public String keyword() {
        return keyword;
    }

    /** The operator of that keyword, in any case; empty if there is none. */
    public static Optional<Operator> ofKeyword(String keyword) {
        return Arrays.stream(values())
                .filter(o -> o.keyword.equalsIgnoreCase(keyword))
                .findFirst();
    }

    /** Whether attributes of the type can be compared this way. */
    public boolean appliesTo(AttributeType type) {
        return switch (type) {
            case STRING, REFERENCE -> true;
            case INTEGER, DECIMAL, DATE_TIME -> this != CO && this != SW && this != EW;
            // RFC 7644 §3.4.2.2, table 3: an order of booleans or of binary values is an error.
            case BOOLEAN, BINARY -> this == EQ || this == NE;
            case COMPLEX -> false;
        };
    }

    /** The operators that attributes of the type can be compared by. */
    public static List<Operator> of(AttributeType type) {
        return Arrays.stream(values()).filter(o -> o.appliesTo(type)).toList();
    }

    /** Whether the operator holds for a comparison that came out below, at or above zero. */
    boolean accepts(int comparison) {
        return switch (this) {
            case EQ -> comparison == 0;
            case NE -> comparison != 0;
            case GT -> comparison > 0;
            case GE -> comparison >= 0;
            case LT -> comparison < 0;
            case LE -> comparison <= 0;
            case CO, SW, EW -> throw new IllegalStateException(keyword + " does not order");
        };
    }

    /** The keyword in lower case. */
    @Override
    public String toString() {
        return keyword;
    }
}
