package dev.rollcall.scim.filter;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.path.AttributePath;
import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Returned;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks single terms against the attributes they are about, and says what they ask. Immutable and thread-safe. */
final class TermCompiler {
    private final ResourceType type;
    private final Tolerance tolerance;
    private final Comparisons comparisons;
    private final boolean unknownAsAbsent;

    TermCompiler(ResourceType type, Tolerance tolerance, boolean unknownAsAbsent) {
        this.type = type;
        this.tolerance = tolerance;
        this.comparisons = new Comparisons(tolerance);
        this.unknownAsAbsent = unknownAsAbsent;
    }

    /** What the term asks about the attribute, which is what its path names. */
    Question question(ResolvedPath path, Filter term) {
        path.steps().forEach(this::requireFilterable);
        if (term instanceof Filter.Compare compare) {
            return LinkTerm.of(path, compare)
                    .map(id -> comparison(id.path(), id.compare()))
                    .orElseGet(() -> comparison(valueOf(path), compare));
        } else if (term instanceof Filter.Element element) {
            return new Question(path, elements(path, element.filter()), false, false);
        }
        return new Question(path, Presence::isPresent, false, false);
    }

    private Question comparison(ResolvedPath path, Filter.Compare compare) {
        Attribute leaf = path.leaf();
        // URIs of schemas are the one kind of reference that is compared in any case (RFC 7643 §3).
        boolean caseExact = leaf.caseExact() && leaf != type.schemas();
        Predicate<Value> test =
                comparisons.compile(path.toString(), leaf, compare.operator(), compare.value(), caseExact);
        boolean differs = compare.operator() == Operator.NE;
        return new Question(path, test, differs, isPrimary(path) ? test.test(Value.of(false)) : differs);
    }

    /** RFC 7643 §2.4: a value that does not say that it is primary is not. */
    private static boolean isPrimary(ResolvedPath path) {
        Attribute parent = path.parent();
        return parent != null
                && parent.multiValued()
                && path.leaf().type() == AttributeType.BOOLEAN
                && path.leaf().isNamed("primary");
    }

    /** What is compared when the attribute is named: its {@code value}, if the attribute is complex. */
    private ResolvedPath valueOf(ResolvedPath path) {
        Attribute leaf = path.leaf();
        if (!leaf.complex()) {
            return path;
        }
        Attribute value = leaf.extension() ? null : leaf.sub("value");
        // RFC 7644 §3.4.2.2 leaves the name out only for several values: emails co "example.com".
        if (value != null && (leaf.multiValued() || tolerance.allows(Quirk.COMPLEX_IS_VALUE))) {
            requireFilterable(value);
            return path.child(value);
        }
        throw ScimException.invalidFilter("\"" + path + "\" is complex and cannot be compared as a whole; name one of "
                + names(leaf) + ", or use pr");
    }

    private void requireFilterable(Attribute attribute) {
        if (attribute.returned() == Returned.NEVER) {
            throw ScimException.invalidFilter("\"" + attribute + "\" is never returned and cannot be filtered by");
        }
        if (attribute == type.meta().sub("location")) {
            throw ScimException.invalidFilter(
                    "\"meta.location\" is derived from the request and cannot be filtered by; use id");
        }
    }

    /** The test of one value of the attribute by what stands in brackets after it. */
    Predicate<Value> elements(ResolvedPath path, Filter filter) {
        if (!path.leaf().complex() && !path.leaf().multiValued()) {
            throw ScimException.invalidFilter("\"" + path
                    + "\" has one simple value, from which brackets cannot select;" + " compare it without them");
        }
        int here = path.steps().size();
        Scope<Value> scope = new Scope<>(
                inner -> below(path, inner),
                (found, term) -> question(found, term).from(here));
        return scope.compile(filter);
    }

    private @Nullable ResolvedPath below(ResolvedPath path, AttributePath inner) {
        if (inner.schema() != null) {
            throw ScimException.invalidFilter(
                    "In brackets after \"" + path + "\" sub-attributes stand without a URI; found \"" + inner + "\"");
        }
        String name = Objects.requireNonNull(inner.attribute());
        if (!path.leaf().complex()) {
            return name.equalsIgnoreCase("value") && inner.subAttribute() == null ? path : unknown(path, inner);
        }
        Attribute sub = path.leaf().sub(name);
        if (sub == null || inner.subAttribute() == null) {
            return sub == null ? unknown(path, inner) : path.child(sub);
        }
        Attribute deeper = sub.sub(inner.subAttribute());
        return deeper == null ? unknown(path, inner) : path.child(sub).child(deeper);
    }

    private @Nullable ResolvedPath unknown(ResolvedPath path, AttributePath inner) {
        if (unknownAsAbsent) {
            return null;
        }
        throw ScimException.invalidFilter("\"" + path + "\" has no sub-attribute \"" + inner + "\"; "
                + (path.leaf().complex()
                        ? "it has " + names(path.leaf())
                        : "in brackets \"value\" is the value itself"));
    }

    private static String names(Attribute complex) {
        return complex.subAttributes().asList().stream().map(Attribute::name).collect(Collectors.joining(", "));
    }
}
