package dev.rollcall.scim.filter;

import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Answers the terms of a filter about attributes that are not in the resource's tree but in a relation, such as
 * {@code members} of a Group and {@code groups} of a User. Thread-safe if its predicates shall be.
 */
@FunctionalInterface
public interface RelationTerms {
    /**
     * The predicate that answers the term, or null if the term is about an attribute that is in the tree. Asked once
     * for each term outside of brackets when a filter is compiled, after the term was found valid.
     */
    @Nullable
    Predicate<Resource> answer(Term term);

    /**
     * One term of a filter, resolved. A comparison with null comes as {@link Filter.Present}; the negation is done
     * outside.
     *
     * @param path what the term is about; {@code members eq "x"} has the path {@code members.value}
     * @param filter the term as it was written: a {@link Filter.Compare}, {@link Filter.Present} or
     *     {@link Filter.Element}; a comparison of a link has the id that it ends with as its literal
     * @param element whether an element of {@code path.top()} satisfies the term, which holds if any element does
     * @param whenEmpty whether the term holds for a resource without any element, as {@code ne} does
     */
    record Term(ResolvedPath path, Filter filter, Predicate<Value> element, boolean whenEmpty) {
        /**
         * The {@code value} that an element must have to satisfy the term, for a look-up instead of a scan; the
         * element has still to be tested. Empty if elements of several values could.
         */
        public Optional<String> requiredValue() {
            return requiredLiteral()
                    .filter(Literal.Text.class::isInstance)
                    .map(literal -> ((Literal.Text) literal).value());
        }

        private Optional<Literal> requiredLiteral() {
            List<String> names = path.steps().stream().map(s -> s.name()).toList();
            if (filter instanceof Filter.Element element) {
                return names.size() == 1 ? element.filter().required("value") : Optional.empty();
            }
            boolean aboutValue = names.size() == 2 && names.get(1).equals("value");
            return aboutValue && filter instanceof Filter.Compare compare && compare.operator() == Operator.EQ
                    ? Optional.of(compare.value())
                    : Optional.empty();
        }
    }
}
