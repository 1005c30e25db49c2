package dev.rollcall.scim.filter;

import dev.rollcall.scim.path.AttributePath;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the filter's records check of their parts, and ask of them. */
final class FilterChecks {
    private FilterChecks() {}

    static List<Filter> operands(List<Filter> operands) {
        if (operands.size() < 2) {
            throw new IllegalArgumentException("and, or take two operands or more");
        }
        return List.copyOf(operands);
    }

    /** RFC 7644 §3.4.2.2, erratum 4690: brackets do not nest. */
    static void noElement(Filter filter) {
        if (filter instanceof Filter.Element) {
            throw new IllegalArgumentException("A value path cannot stand in the brackets of another");
        } else if (filter instanceof Filter.Not not) {
            noElement(not.operand());
        } else if (filter instanceof Filter.And and) {
            and.operands().forEach(FilterChecks::noElement);
        } else if (filter instanceof Filter.Or or) {
            or.operands().forEach(FilterChecks::noElement);
        }
    }

    static Optional<Literal> required(Filter filter, String attribute) {
        for (Filter conjunct : filter.conjuncts()) {
            if (conjunct instanceof Filter.Compare compare
                    && compare.operator() == Operator.EQ
                    && isPlain(compare.path(), attribute)) {
                return Optional.of(compare.value());
            }
        }
        return Optional.empty();
    }

    private static boolean isPlain(AttributePath path, String attribute) {
        return path.schema() == null
                && path.subAttribute() == null
                && Objects.requireNonNull(path.attribute()).equalsIgnoreCase(attribute);
    }
}
