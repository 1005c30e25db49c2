package dev.rollcall.scim.filter;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.path.AttributePath;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Checks filters against a resource type and turns them into predicates (RFC 7644 §3.4.2.2). Immutable and thread-safe,
 * and so are the predicates.
 *
 * <p>A term on several values holds if it holds for any of them, {@code ne} too. Without a value, {@code ne} holds and
 * every other comparison does not; {@code eq null} means that there is no value.
 */
public final class FilterCompiler {
    private final PathResolver resolver;
    private final Tolerance tolerance;
    private final boolean unknownAsAbsent;
    private final @Nullable RelationTerms relations;
    private final TermCompiler terms;

    /** A compiler for the resolver's type that forgives what the tolerance says. */
    public FilterCompiler(PathResolver resolver, Tolerance tolerance) {
        this(resolver, tolerance, false, null);
    }

    private FilterCompiler(
            PathResolver resolver, Tolerance tolerance, boolean unknownAsAbsent, @Nullable RelationTerms relations) {
        this.resolver = resolver;
        this.tolerance = tolerance;
        this.unknownAsAbsent = unknownAsAbsent;
        this.relations = relations;
        this.terms = new TermCompiler(resolver.type(), tolerance, unknownAsAbsent);
    }

    /** The same, asking the relation first for each term outside of brackets. */
    public FilterCompiler withRelations(RelationTerms newRelations) {
        return new FilterCompiler(resolver, tolerance, unknownAsAbsent, newRelations);
    }

    /**
     * The same, taking an attribute that the type does not have for one without value, as a query over several types
     * needs it (RFC 7644 §3.4.2.1).
     */
    public FilterCompiler unknownAsAbsent() {
        return new FilterCompiler(resolver, tolerance, true, relations);
    }

    /**
     * A predicate over resources of the type.
     *
     * @throws ScimException {@code invalidFilter} if the filter does not fit the type; the detail names the attribute,
     *     what is wrong and what is allowed
     */
    public Predicate<Resource> compile(Filter filter) {
        return new Scope<>(this::resolve, this::term).compile(filter);
    }

    /**
     * A predicate over single values of the attribute, for what stands in the brackets of {@code emails[…]}. In a
     * filter on an attribute that is not complex, {@code value} is the value itself.
     *
     * @throws ScimException as {@link #compile}
     */
    public Predicate<Value> compileElement(Attribute attribute, Filter filter) {
        FilterChecks.noElement(filter);
        return terms.elements(new ResolvedPath(List.of(attribute)), filter);
    }

    /**
     * The top-level attributes and extension objects that the filter is about.
     *
     * @throws ScimException {@code invalidFilter} if the type does not have one of the attributes
     */
    public Set<Attribute> topAttributes(Filter filter) {
        Set<Attribute> tops = new LinkedHashSet<>();
        collect(filter, tops);
        return Collections.unmodifiableSet(tops);
    }

    private void collect(Filter filter, Set<Attribute> tops) {
        if (filter instanceof Filter.And and) {
            and.operands().forEach(operand -> collect(operand, tops));
        } else if (filter instanceof Filter.Or or) {
            or.operands().forEach(operand -> collect(operand, tops));
        } else if (filter instanceof Filter.Not not) {
            collect(not.operand(), tops);
        } else {
            ResolvedPath path = resolve(Scope.pathOf(filter));
            if (path != null) {
                tops.add(path.top());
            }
        }
    }

    private @Nullable ResolvedPath resolve(AttributePath path) {
        Optional<ResolvedPath> found = resolver.resolve(path);
        if (found.isEmpty() && !unknownAsAbsent) {
            throw ScimException.invalidFilter(resolver.explainUnknown(path));
        }
        return found.orElse(null);
    }

    private Predicate<Resource> term(ResolvedPath path, Filter term) {
        Question question = terms.question(path, term);
        if (relations != null) {
            Predicate<Resource> answer = relations.answer(new RelationTerms.Term(
                    question.path(), asked(path, term), question.from(1), question.whenAbsent()));
            if (answer != null) {
                return answer;
            }
        }
        if (path.top() == resolver.type().schemas()) {
            return SchemasTerm.of(resolver.type(), question.from(1));
        }
        Predicate<Value> test = question.from(0);
        return resource -> test.test(resource.attributes());
    }

    /** The term, or what it asks of the id if it compares the link beside it. */
    private static Filter asked(ResolvedPath path, Filter term) {
        return term instanceof Filter.Compare compare
                ? LinkTerm.of(path, compare).<Filter>map(LinkTerm::compare).orElse(term)
                : term;
    }
}
