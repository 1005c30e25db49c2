package dev.rollcall.scim.filter;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.path.AttributePath;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.resource.Resource;
import java.util.List;
import java.util.Optional;

/**
 * A filter expression (RFC 7644 §3.4.2.2) as a tree. Immutable and thread-safe.
 *
 * <p>{@code toString} prints text that {@link #parse} reads back as an equal tree, even under
 * {@link Tolerance#STRICT}. Names keep the case they were written in; whether a type has them is known only to
 * {@link FilterCompiler}.
 */
public sealed interface Filter {
    /**
     * All of the operands hold.
     *
     * @param operands two or more; another {@code And} stands among them only if it was in parentheses
     */
    record And(List<Filter> operands) implements Filter {
        /** Copies the operands. */
        public And {
            operands = FilterChecks.operands(operands);
        }

        @Override
        public String toString() {
            return FilterPrinter.print(this);
        }
    }

    /**
     * One of the operands holds.
     *
     * @param operands two or more; another {@code Or} stands among them only if it was in parentheses
     */
    record Or(List<Filter> operands) implements Filter {
        /** Copies the operands. */
        public Or {
            operands = FilterChecks.operands(operands);
        }

        @Override
        public String toString() {
            return FilterPrinter.print(this);
        }
    }

    /** The operand does not hold. */
    record Not(Filter operand) implements Filter {
        @Override
        public String toString() {
            return FilterPrinter.print(this);
        }
    }

    /** A value of the attribute compares with the literal: {@code userName eq "mira"}. */
    record Compare(AttributePath path, Operator operator, Literal value) implements Filter {
        @Override
        public String toString() {
            return FilterPrinter.print(this);
        }
    }

    /** The attribute has a value: {@code title pr}. */
    record Present(AttributePath path) implements Filter {
        @Override
        public String toString() {
            return FilterPrinter.print(this);
        }
    }

    /**
     * One and the same element of the attribute satisfies a filter on its sub-attributes:
     * {@code emails[type eq "work" and value co "@example.com"]}.
     *
     * @param filter has no {@code Element} in it
     */
    record Element(AttributePath path, Filter filter) implements Filter {
        /** Checks that value paths are not nested. */
        public Element {
            FilterChecks.noElement(filter);
        }

        @Override
        public String toString() {
            return FilterPrinter.print(this);
        }
    }

    /**
     * Reads a filter, forgiving what {@link Tolerance#DEFAULT} forgives.
     *
     * @throws ScimException {@code invalidFilter} if it is malformed, or longer than 16,384 characters, nested deeper
     *     than 50 levels, or of more than 500 terms; the detail shows the place
     */
    static Filter parse(String text) {
        return parse(text, Tolerance.DEFAULT);
    }

    /**
     * Reads a filter, forgiving what the tolerance says.
     *
     * @throws ScimException as {@link #parse(String)}
     */
    static Filter parse(String text, Tolerance tolerance) {
        return new FilterParser(text, tolerance).filter();
    }

    /**
     * Whether the resource matches, by the rules of {@link Tolerance#DEFAULT}. Compiles the filter each time: for many
     * resources use a {@link FilterCompiler}.
     *
     * @throws ScimException {@code invalidFilter} if the filter does not fit the resource's type
     */
    default boolean test(Resource resource) {
        PathResolver resolver = new PathResolver(resource.type(), Tolerance.DEFAULT);
        return new FilterCompiler(resolver, Tolerance.DEFAULT).compile(this).test(resource);
    }

    /** The text of the filter with a question mark for each value, which a log may hold. */
    default String withoutValues() {
        return FilterPrinter.print(this, false);
    }

    /** The filters that must all hold: the operands of an {@link And}, those of nested ones too, or this one alone. */
    default List<Filter> conjuncts() {
        return this instanceof And and
                ? and.operands().stream().flatMap(o -> o.conjuncts().stream()).toList()
                : List.of(this);
    }

    /**
     * The literal that the attribute must be equal to for the filter to hold, as {@code value eq "x"} among the
     * {@link #conjuncts()} says; empty if there is no such term.
     *
     * @param attribute a name without URI and sub-attribute, in any case
     */
    default Optional<Literal> required(String attribute) {
        return FilterChecks.required(this, attribute);
    }
}
