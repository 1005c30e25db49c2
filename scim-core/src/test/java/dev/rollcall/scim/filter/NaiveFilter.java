package dev.rollcall.scim.filter;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.path.AttributePath;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.resource.Collation;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.DateTime;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What filters mean, written a second time: interpreted for each resource, without compilation and short cuts. Takes
 * valid filters only. The properties compare it with what {@link FilterCompiler} makes.
 */
final class NaiveFilter {
    private final ResourceType type;
    private final PathResolver resolver;

    NaiveFilter(ResourceType type) {
        this.type = type;
        this.resolver = new PathResolver(type, Tolerance.STRICT);
    }

    boolean holds(Filter filter, Resource resource) {
        List<Value> uris = new ArrayList<>();
        resource.schemas().forEach(uri -> uris.add(new Value.Reference(uri)));
        Complex whole = resource.attributes().with(type.schemas(), new Value.Multi(uris));
        return holds(filter, whole, null);
    }

    /** The subject is the whole resource, or an element of the attribute. */
    private boolean holds(Filter filter, Value subject, Attribute of) {
        if (filter instanceof Filter.And and) {
            return and.operands().stream().allMatch(f -> holds(f, subject, of));
        } else if (filter instanceof Filter.Or or) {
            return or.operands().stream().anyMatch(f -> holds(f, subject, of));
        } else if (filter instanceof Filter.Not not) {
            return !holds(not.operand(), subject, of);
        } else if (filter instanceof Filter.Element element) {
            List<Attribute> steps = steps(element.path(), of);
            Attribute last = steps.get(steps.size() - 1);
            return values(subject, steps).stream().anyMatch(v -> v != null && holds(element.filter(), v, last));
        } else if (filter instanceof Filter.Present present) {
            return isPresent(present.path(), subject, of);
        }
        return compares((Filter.Compare) filter, subject, of);
    }

    private boolean isPresent(AttributePath path, Value subject, Attribute of) {
        return values(subject, steps(path, of)).stream().anyMatch(v -> v != null);
    }

    private boolean compares(Filter.Compare written, Value subject, Attribute of) {
        if (written.value() instanceof Literal.Null) {
            return isPresent(written.path(), subject, of) == (written.operator() == Operator.NE);
        }
        Filter.Compare compare = written;
        List<Attribute> steps = new ArrayList<>(steps(compare.path(), of));
        Attribute named = steps.isEmpty() ? of : steps.get(steps.size() - 1);
        if (named.complex()) {
            steps.add(named.sub("value"));
        }
        Attribute holder = steps.size() > 1 ? steps.get(steps.size() - 2) : of;
        if (!steps.isEmpty() && isLink(written, holder, steps.get(steps.size() - 1))) {
            String link = ((Literal.Text) written.value()).value();
            steps.set(steps.size() - 1, holder.sub("value"));
            compare = new Filter.Compare(
                    written.path(), written.operator(), Literal.of(link.substring(link.lastIndexOf('/') + 1)));
        }
        Filter.Compare asked = compare;
        Attribute compared = steps.isEmpty() ? of : steps.get(steps.size() - 1);
        Attribute parent = steps.size() > 1 ? steps.get(steps.size() - 2) : of;
        if (parent != null && parent.linkToResource() == compared && isWholeLink(compare)) {
            // A link is what it leads to.
            String link = ((Literal.Text) compare.value()).value();
            AttributePath id = compare.path().attribute().equals("$ref")
                    ? new AttributePath(null, "value", null)
                    : new AttributePath(compare.path().schema(), compare.path().attribute(), "value");
            return compares(
                    new Filter.Compare(id, compare.operator(), Literal.of(link.substring(link.lastIndexOf('/') + 1))),
                    subject,
                    of);
        }
        boolean caseExact = compared.caseExact() && compared != type.schemas();
        boolean isPrimary = compared.name().equals("primary") && parent != null && parent.multiValued();
        List<Value> values = values(subject, steps);
        return values.isEmpty()
                ? asked.operator() == Operator.NE
                : values.stream()
                        .map(v -> v == null && isPrimary ? Value.of(false) : v)
                        .anyMatch(v -> compares(v, asked, caseExact));
    }

    /** A whole link stands for the id that it ends with. */
    private static boolean isLink(Filter.Compare compare, Attribute holder, Attribute compared) {
        return holder != null
                && holder.linkToResource() == compared
                && (compare.operator() == Operator.EQ || compare.operator() == Operator.NE)
                && ((Literal.Text) compare.value()).value().indexOf('/') >= 0;
    }

    private static boolean isWholeLink(Filter.Compare compare) {
        return (compare.operator() == Operator.EQ || compare.operator() == Operator.NE)
                && compare.value() instanceof Literal.Text text
                && text.value().contains("/");
    }

    private static boolean compares(Value actual, Filter.Compare compare, boolean caseExact) {
        if (actual == null) {
            return compare.operator() == Operator.NE;
        }
        String literal = compare.value() instanceof Literal.Text text ? text.value() : "";
        if (actual instanceof Value.Text text) {
            return texts(Collation.key(text.value(), caseExact), compare, Collation.key(literal, caseExact));
        } else if (actual instanceof Value.Reference reference) {
            return texts(Collation.key(reference.uri(), caseExact), compare, Collation.key(literal, caseExact));
        } else if (actual instanceof Value.Binary binary) {
            return texts(binary.base64().replace("=", ""), compare, literal.replace("=", ""));
        } else if (actual instanceof DateTime time) {
            return ordered(
                    time.instant()
                            .compareTo(DateTime.parse(literal).orElseThrow().instant()),
                    compare);
        } else if (actual instanceof Value.Bool bool) {
            return (bool.value() == ((Literal.Bool) compare.value()).value()) == (compare.operator() == Operator.EQ);
        }
        BigDecimal number = actual instanceof Value.Int integer
                ? BigDecimal.valueOf(integer.value())
                : ((Value.Decimal) actual).value();
        return ordered(number.compareTo(((Literal.Number) compare.value()).value()), compare);
    }

    private static boolean texts(String value, Filter.Compare compare, String literal) {
        return switch (compare.operator()) {
            case CO -> value.contains(literal);
            case SW -> value.startsWith(literal);
            case EW -> value.endsWith(literal);
            default -> ordered(compareCodePoints(value, literal), compare);
        };
    }

    private static int compareCodePoints(String a, String b) {
        return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    }

    private static boolean ordered(int comparison, Filter.Compare compare) {
        return switch (compare.operator()) {
            case EQ -> comparison == 0;
            case NE -> comparison != 0;
            case GT -> comparison > 0;
            case GE -> comparison >= 0;
            case LT -> comparison < 0;
            case LE -> comparison <= 0;
            default -> throw new AssertionError(compare);
        };
    }

    private List<Attribute> steps(AttributePath path, Attribute of) {
        if (of == null) {
            return resolver.resolve(path).orElseThrow().steps();
        }
        return of.complex() ? List.of(of.subAttributes().get(path.attribute())) : List.of();
    }

    /** The values at the end of the steps; null for each object there that has none. */
    private static List<Value> values(Value subject, List<Attribute> steps) {
        List<Value> values = List.of(subject);
        for (Attribute step : steps) {
            List<Value> next = new ArrayList<>();
            for (Value value : values) {
                Value below = value == null ? null : ((Complex) value).get(step);
                if (below != null) {
                    next.addAll(below.elements());
                } else if (value != null) {
                    next.add(null);
                }
            }
            values = next;
        }
        return values;
    }
}
