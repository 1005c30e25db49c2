package dev.rollcall.scim.testing;

import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.filter.Literal;
import dev.rollcall.scim.filter.Operator;
import dev.rollcall.scim.path.AttributePath;
import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.DateTime;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Returned;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Random filters that fit a resource type even under strict rules, about the values of a sample resource as often as
 * about others, so that they hold for about as many resources as not.
 */
public final class RandomFilters {
    private final Generator g;
    private final ResourceType type;
    private final Resource sample;
    private final List<ResolvedPath> places = new ArrayList<>();

    /** Filters on the sample's type, drawn from the generator. */
    public RandomFilters(Generator g, Resource sample) {
        this.g = g;
        this.type = sample.type();
        this.sample = sample;
        type.attributes().forEach(a -> collect(new ResolvedPath(List.of(a))));
    }

    private void collect(ResolvedPath path) {
        boolean derived = path.top() == type.meta() && path.leaf().isNamed("location");
        if (path.leaf().returned() != Returned.NEVER && !derived) {
            places.add(path);
            path.leaf().subAttributes().forEach(sub -> collect(path.child(sub)));
        }
    }

    /** Filters on no other places than these, of which there is one at least. */
    public RandomFilters about(Predicate<ResolvedPath> wanted) {
        places.removeIf(wanted.negate());
        return this;
    }

    /** A filter of a few terms. */
    public Filter filter() {
        return junction(g.below(4), () -> term(g.pick(places)));
    }

    /** A filter for the brackets after the complex attribute. */
    public Filter elementFilter(ResolvedPath attribute) {
        List<ResolvedPath> inner = placesIn(attribute);
        return junction(g.below(3), () -> comparison(g.pick(inner), true));
    }

    private List<ResolvedPath> placesIn(ResolvedPath attribute) {
        int depth = attribute.steps().size();
        return places.stream()
                .filter(p -> p.steps().size() == depth + 1)
                .filter(p -> p.steps().subList(0, depth).equals(attribute.steps()))
                .toList();
    }

    private Filter junction(int depth, Supplier<Filter> term) {
        if (depth == 0 || g.oneIn(4)) {
            return term.get();
        }
        Supplier<Filter> operand = () -> junction(depth - 1, term);
        return g.<Filter>either(
                () -> new Filter.And(g.list(2, 3, operand)),
                () -> new Filter.Or(g.list(2, 3, operand)),
                () -> new Filter.Not(operand.get()));
    }

    private Filter term(ResolvedPath path) {
        boolean selects = !placesIn(path).isEmpty() && !hasComplexSubs(path);
        return selects && g.bool() ? new Filter.Element(written(path), elementFilter(path)) : comparison(path, false);
    }

    private static boolean hasComplexSubs(ResolvedPath path) {
        return path.leaf().subAttributes().asList().stream().anyMatch(Attribute::complex);
    }

    private Filter comparison(ResolvedPath path, boolean inBrackets) {
        AttributePath name = inBrackets ? AttributePath.of(spelled(path.leaf().name())) : written(path);
        if (g.oneIn(5)) {
            return new Filter.Present(name);
        }
        if (g.oneIn(10)) {
            return new Filter.Compare(name, g.pick(Operator.EQ, Operator.NE), new Literal.Null());
        }
        ResolvedPath compared = valueOf(path);
        if (compared == null) {
            return new Filter.Present(name);
        }
        List<Operator> operators = Operator.of(compared.leaf().type());
        return new Filter.Compare(name, g.pick(operators), literal(compared));
    }

    private static ResolvedPath valueOf(ResolvedPath path) {
        if (!path.leaf().complex()) {
            return path;
        }
        Attribute value = path.leaf().sub("value");
        boolean comparable = value != null && value.returned() != Returned.NEVER;
        return comparable && path.leaf().multiValued() ? path.child(value) : null;
    }

    /** The path as a client may write it: in any case, and with a URI of the base schema or not. */
    private AttributePath written(ResolvedPath path) {
        List<String> names = path.steps().stream().map(Attribute::name).toList();
        if (path.top().extension()) {
            return path.steps().size() == 1
                    ? AttributePath.parse(spelled(names.get(0)))
                    : new AttributePath(spelled(names.get(0)), spelled(names.get(1)), third(names, 2));
        }
        String uri = g.oneIn(4) ? spelled(type.schema().id()) : null;
        return new AttributePath(uri, spelled(names.get(0)), third(names, 1));
    }

    private String third(List<String> names, int index) {
        return names.size() > index ? spelled(names.get(index)) : null;
    }

    private String spelled(String name) {
        return g.oneIn(4) ? g.pick(name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT)) : name;
    }

    private Literal literal(ResolvedPath path) {
        List<Value> known = new ArrayList<>(valuesAt(path));
        if (path.top() == type.schemas()) {
            sample.schemas().forEach(uri -> known.add(new Value.Reference(uri)));
        }
        Value value = known.isEmpty() || g.oneIn(3) ? new RandomResources(g, type).one(path.leaf()) : g.pick(known);
        return literal(value, path.leaf().type());
    }

    private List<Value> valuesAt(ResolvedPath path) {
        List<Value> values = List.of(sample.attributes());
        for (Attribute step : path.steps()) {
            values = values.stream()
                    .map(value -> ((Complex) value).get(step))
                    .filter(Objects::nonNull)
                    .flatMap(value -> value.elements().stream())
                    .toList();
        }
        return values;
    }

    private Literal literal(Value value, AttributeType attributeType) {
        if (value instanceof Value.Text text) {
            return Literal.of(part(text.value()));
        } else if (value instanceof Value.Reference reference) {
            return Literal.of(part(reference.uri()));
        } else if (value instanceof Value.Bool bool) {
            return Literal.of(bool.value());
        } else if (value instanceof Value.Int integer) {
            return g.oneIn(4)
                    ? new Literal.Number(BigDecimal.valueOf(integer.value()).add(new BigDecimal("0.5")))
                    : Literal.of(integer.value());
        } else if (value instanceof Value.Decimal decimal) {
            return new Literal.Number(
                    g.bool() ? decimal.value() : decimal.value().stripTrailingZeros());
        } else if (value instanceof DateTime time) {
            return Literal.of(g.bool() ? time.text() : time.instant().toString());
        } else if (value instanceof Value.Binary binary) {
            return Literal.of(g.bool() ? binary.base64() : binary.base64().replace("=", ""));
        }
        throw new AssertionError("No literal for a value of type " + attributeType);
    }

    /** The text, or a part of it without halves of characters, in some case. */
    private String part(String text) {
        int[] points = text.codePoints().toArray();
        int from = g.oneIn(3) ? g.below(points.length) : 0;
        int to = g.oneIn(3) ? g.between(from, points.length) : points.length;
        String part = new String(points, from, to - from);
        return g.oneIn(4) ? part.toUpperCase(Locale.ROOT) : part;
    }
}
