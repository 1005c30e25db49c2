package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.filter.FilterCompiler;
import dev.rollcall.scim.filter.Literal;
import dev.rollcall.scim.filter.Operator;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Meta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes filters as SQL, where that gives the same answer as {@link FilterCompiler} (RFC 7644 §3.4.2.2). Names that only a
 * leniency understands, and literals of another type than the attribute, are left to core. Immutable and thread-safe.
 */
final class FilterSql {
    private final ResourceType type;
    private final PathResolver resolver;
    private final TermSql terms;

    FilterSql(ResourceType type, Dialect dialect, VisibleRows rows) {
        this.type = type;
        this.resolver = new PathResolver(type, Tolerance.STRICT);
        this.terms = new TermSql(type, dialect, rows);
    }

    /** The filter as a condition; empty if a part of it cannot become one. */
    Optional<Condition> of(Filter filter) {
        if (filter instanceof Filter.And and) {
            return of(and.operands()).map(Condition::all);
        } else if (filter instanceof Filter.Or or) {
            return of(or.operands()).map(Condition::any);
        } else if (filter instanceof Filter.Not not) {
            return of(not.operand()).map(Condition::opposite);
        } else if (filter instanceof Filter.Compare compare) {
            return comparison(compare);
        } else if (filter instanceof Filter.Present present) {
            return resolver.resolve(present.path())
                    .flatMap(path -> isConstant(path) ? constant(present) : terms.present(path));
        }
        Filter.Element element = (Filter.Element) filter;
        return resolver.resolve(element.path())
                .flatMap(path -> isConstant(path) ? constant(element) : element(path, element.filter()));
    }

    private Optional<List<Condition>> of(List<Filter> operands) {
        List<Condition> conditions = new ArrayList<>();
        for (Filter operand : operands) {
            of(operand).ifPresent(conditions::add);
        }
        return conditions.size() == operands.size() ? Optional.of(conditions) : Optional.empty();
    }

    private Optional<Condition> comparison(Filter.Compare compare) {
        if (compare.value() instanceof Literal.Null) {
            return nullComparison(compare.operator(), new Filter.Present(compare.path()));
        }
        return resolver.resolve(compare.path())
                .flatMap(path -> isConstant(path)
                        ? constant(compare)
                        : compared(path).flatMap(leaf -> terms.comparison(leaf, compare.operator(), compare.value())));
    }

    /** To be null is to have no value. */
    private Optional<Condition> nullComparison(Operator operator, Filter present) {
        return switch (operator) {
            case EQ -> of(present).map(Condition::opposite);
            case NE -> of(present);
            default -> Optional.empty();
        };
    }

    /** What is compared when an attribute of several values is named: {@code emails} means {@code emails.value}. */
    private static Optional<ResolvedPath> compared(ResolvedPath path) {
        Attribute leaf = path.leaf();
        if (!leaf.complex()) {
            return Optional.of(path);
        }
        Attribute value = leaf.extension() || !leaf.multiValued() ? null : leaf.sub("value");
        return Optional.ofNullable(value).map(path::child);
    }

    /**
     * What stands in brackets, if it speaks of {@code value} alone and one term of it decides: then any value of the
     * attribute may satisfy it, whichever element has it.
     */
    private Optional<Condition> element(ResolvedPath path, Filter filter) {
        Attribute value = path.leaf().multiValued() ? path.leaf().sub("value") : null;
        if (value == null) {
            return Optional.empty();
        } else if (filter instanceof Filter.Or or) {
            List<Condition> conditions = new ArrayList<>();
            or.operands().forEach(operand -> element(path, operand).ifPresent(conditions::add));
            return conditions.size() == or.operands().size()
                    ? Optional.of(Condition.any(conditions))
                    : Optional.empty();
        } else if (filter instanceof Filter.Compare compare && isValue(compare)) {
            return terms.comparison(path.child(value), compare.operator(), compare.value());
        }
        return filter instanceof Filter.Present present
                        && present.path().toString().equalsIgnoreCase("value")
                ? terms.present(path.child(value))
                : Optional.empty();
    }

    /** An element without value differs from all values, which those who have one cannot tell. */
    private static boolean isValue(Filter.Compare compare) {
        return compare.path().toString().equalsIgnoreCase("value") && compare.operator() != Operator.NE;
    }

    /** Whether all resources of the type have the same there, as far as one can tell. */
    private boolean isConstant(ResolvedPath path) {
        return path.top() == type.schemas()
                || (path.top() == type.meta() && path.leaf().isNamed("resourceType"));
    }

    /** What core says of a resource without any value; of {@code schemas} it can hold for others yet if it does not. */
    private Optional<Condition> constant(Filter term) {
        Resource bare =
                Resource.of(type, Complex.empty(type.attributes())).withId("x").withMeta(Meta.created(Instant.EPOCH));
        try {
            boolean holds =
                    new FilterCompiler(resolver, Tolerance.STRICT).compile(term).test(bare);
            boolean same = holds || !isAboutSchemas(term) || type.extensions().isEmpty();
            return same ? Optional.of(new Condition.Constant(holds)) : Optional.empty();
        } catch (ScimException e) {
            // Core says what is wrong with it.
            return Optional.empty();
        }
    }

    private boolean isAboutSchemas(Filter term) {
        return new FilterCompiler(resolver, Tolerance.STRICT)
                .topAttributes(term)
                .contains(type.schemas());
    }
}
