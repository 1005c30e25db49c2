package dev.rollcall.scim.filter;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.path.AttributePath;
import dev.rollcall.scim.path.ResolvedPath;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What names mean and what is tested: a resource, or in brackets an element.
 *
 * @param resolver finds what a path names; null if that has to count as an attribute without value
 * @param terms compiles a term about what was found
 */
record Scope<T>(
        Function<AttributePath, @Nullable ResolvedPath> resolver,
        BiFunction<ResolvedPath, Filter, Predicate<T>> terms) {

    Predicate<T> compile(Filter filter) {
        return Junction.compile(filter, this::term);
    }

    private Predicate<T> term(Filter term) {
        if (term instanceof Filter.Compare compare && compare.value() instanceof Literal.Null) {
            return nullComparison(compare);
        }
        ResolvedPath path = resolver.apply(pathOf(term));
        if (path == null) {
            boolean answer = term instanceof Filter.Compare compare && compare.operator() == Operator.NE;
            return subject -> answer;
        }
        return terms.apply(path, term);
    }

    /** Unassigned and null are the same (RFC 7643 §2.5), so to be null is to have no value. */
    private Predicate<T> nullComparison(Filter.Compare compare) {
        Predicate<T> present = term(new Filter.Present(compare.path()));
        return switch (compare.operator()) {
            case EQ -> present.negate();
            case NE -> present;
            default ->
                throw ScimException.invalidFilter("\"" + compare.path() + " " + compare.operator()
                        + " null\" has no meaning; only eq and ne take null");
        };
    }

    static AttributePath pathOf(Filter term) {
        if (term instanceof Filter.Compare compare) {
            return compare.path();
        } else if (term instanceof Filter.Present present) {
            return present.path();
        } else if (term instanceof Filter.Element element) {
            return element.path();
        }
        throw new IllegalArgumentException("Not a single term: " + term);
    }
}
