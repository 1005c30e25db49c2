package dev.rollcall.scim.patch;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Restriction;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.codec.internal.ValueReader;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.filter.FilterCompiler;
import dev.rollcall.scim.filter.Literal;
import dev.rollcall.scim.filter.Operator;
import dev.rollcall.scim.filter.ValuePath;
import dev.rollcall.scim.json.JsonBuffer;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import org.jspecify.annotations.Nullable;

/** Turns the paths of operations into targets (RFC 7644 §3.5.2, figure 7). */
final class TargetParser {
    private final PathResolver resolver;
    private final Tolerance tolerance;
    private final FilterCompiler filters;

    TargetParser(PathResolver resolver, Tolerance tolerance) {
        this.resolver = resolver;
        this.tolerance = tolerance;
        this.filters = new FilterCompiler(resolver, tolerance);
    }

    Target target(ValuePath path) {
        ResolvedPath resolved =
                resolver.resolve(path.path()).orElseThrow(() -> unknown(resolver.explainUnknown(path.path())));
        Target target = Target.of(resolved, null);
        if (path.filter() == null) {
            return target;
        }
        Attribute attribute = target.attribute();
        if (target.sub() != null || attribute.extension()) {
            throw ScimException.invalidPath("A filter in brackets stands after the attribute that has the values, not"
                    + " after \"" + resolved + "\"");
        }
        boolean filterable =
                attribute.multiValued() || (attribute.complex() && tolerance.allows(Quirk.FILTER_ON_SINGULAR));
        if (!filterable) {
            throw ScimException.invalidPath("\"" + resolved + "\" is not multi-valued, so no filter can select among"
                    + " its values; leave out the brackets");
        }
        ElementMatch match = new ElementMatch(
                path.filter(), filters.compileElement(attribute, path.filter()), template(attribute, path.filter()));
        return new Target(target.container(), attribute, match, sub(attribute, path.subAttribute()));
    }

    private ScimException unknown(String detail) {
        return tolerance.has(Restriction.UNKNOWN_PATH_IS_SYNTAX)
                ? ScimException.invalidSyntax(detail)
                : ScimException.invalidPath(detail);
    }

    private @Nullable Attribute sub(Attribute attribute, @Nullable String name) {
        if (name == null) {
            return null;
        }
        Attribute sub = attribute.sub(name);
        if (sub == null) {
            throw unknown("\"" + attribute.name() + "\" has no sub-attribute \"" + name + "\"; it has "
                    + attribute.subAttributes());
        }
        return sub;
    }

    /** The element that {@code type eq "work"} describes, if the filter is a conjunction of such terms only. */
    private @Nullable Complex template(Attribute attribute, Filter filter) {
        Complex.Builder element = Complex.builder(attribute.subAttributes());
        for (Filter term : filter.conjuncts()) {
            if (!(term instanceof Filter.Compare compare) || compare.operator() != Operator.EQ) {
                return null;
            }
            Attribute sub = attribute.sub(compare.path().toString());
            Value value = sub == null ? null : value(sub, compare.value());
            if (sub == null || value == null) {
                return null;
            }
            element.set(sub, value);
        }
        return element.build();
    }

    private @Nullable Value value(Attribute sub, Literal literal) {
        if (literal instanceof Literal.Text text) {
            return ValueReader.ofDocument(tolerance)
                    .read(JsonBuffer.ofString(text.value()).read(), sub);
        }
        if (literal instanceof Literal.Bool bool) {
            return Value.of(bool.value());
        }
        return null;
    }
}
