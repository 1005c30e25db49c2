package dev.rollcall.scim.filter;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Joins the predicates of terms as and, or and not say; the same for resources and for elements. */
final class Junction {
    private Junction() {}

    static <T> Predicate<T> compile(Filter filter, Function<Filter, Predicate<T>> term) {
        if (filter instanceof Filter.And and) {
            return new All<>(compile(and.operands(), term));
        } else if (filter instanceof Filter.Or or) {
            return new Any<>(compile(or.operands(), term));
        } else if (filter instanceof Filter.Not not) {
            return compile(not.operand(), term).negate();
        }
        return term.apply(filter);
    }

    private static <T> List<Predicate<T>> compile(List<Filter> operands, Function<Filter, Predicate<T>> term) {
        return operands.stream().map(operand -> compile(operand, term)).toList();
    }

    // Indexed loops: an iterator would be garbage for each resource that is tested.
    private record All<T>(List<Predicate<T>> operands) implements Predicate<T> {
        @Override
        public boolean test(T subject) {
            for (int i = 0; i < operands.size(); i++) {
                if (!operands.get(i).test(subject)) {
                    return false;
                }
            }
            return true;
        }
    }

    private record Any<T>(List<Predicate<T>> operands) implements Predicate<T> {
        @Override
        public boolean test(T subject) {
            for (int i = 0; i < operands.size(); i++) {
                if (operands.get(i).test(subject)) {
                    return true;
                }
            }
            return false;
        }
    }
}
