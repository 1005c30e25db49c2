package dev.rollcall.scim.filter;

import java.util.List;

/** Prints a filter with one space between its parts and parentheses only where they say something. */
final class FilterPrinter {
    private final StringBuilder text = new StringBuilder();
    private final boolean withValues;

    private FilterPrinter(boolean withValues) {
        this.withValues = withValues;
    }

    static String print(Filter filter) {
        return print(filter, true);
    }

    static String print(Filter filter, boolean withValues) {
        FilterPrinter printer = new FilterPrinter(withValues);
        printer.append(filter);
        return printer.text.toString();
    }

    private void append(Filter filter) {
        if (filter instanceof Filter.And and) {
            operands(and.operands(), " and ", false);
        } else if (filter instanceof Filter.Or or) {
            operands(or.operands(), " or ", true);
        } else if (filter instanceof Filter.Not not) {
            text.append("not (");
            append(not.operand());
            text.append(')');
        } else if (filter instanceof Filter.Compare compare) {
            text.append(compare.path()).append(' ').append(compare.operator()).append(' ');
            text.append(withValues ? compare.value() : "?");
        } else if (filter instanceof Filter.Present present) {
            text.append(present.path()).append(" pr");
        } else if (filter instanceof Filter.Element element) {
            text.append(element.path()).append('[');
            append(element.filter());
            text.append(']');
        }
    }

    private void operands(List<Filter> operands, String separator, boolean bareAnd) {
        for (int i = 0; i < operands.size(); i++) {
            Filter operand = operands.get(i);
            boolean grouped = operand instanceof Filter.Or || (operand instanceof Filter.And && !bareAnd);
            text.append(i > 0 ? separator : "").append(grouped ? "(" : "");
            append(operand);
            text.append(grouped ? ")" : "");
        }
    }
}
