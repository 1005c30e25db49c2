package dev.rollcall.scim.patch;

import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.filter.Literal;
import dev.rollcall.scim.filter.Operator;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Value;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which elements of an attribute a value path selects.
 *
 * @param filter the filter in the brackets; null for all elements
 * @param test the compiled filter
 * @param template the element that the filter's {@code eq} terms describe; null if they describe none
 */
record ElementMatch(
        @Nullable Filter filter,
        Predicate<Value> test,
        @Nullable Complex template) {
    static final ElementMatch ALL = new ElementMatch(null, value -> true, null);

    boolean matches(Value element) {
        return test.test(element);
    }

    /** The id, if the filter is {@code value eq "id"} and nothing more. */
    Optional<String> singleValue() {
        return filter instanceof Filter.Compare compare
                        && compare.operator() == Operator.EQ
                        && compare.path().toString().equalsIgnoreCase("value")
                        && compare.value() instanceof Literal.Text text
                ? Optional.of(text.value())
                : Optional.empty();
    }

    @Override
    public String toString() {
        return filter == null ? "" : "[" + filter + "]";
    }
}
