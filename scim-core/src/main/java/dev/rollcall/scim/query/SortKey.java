package dev.rollcall.scim.query;

import dev.rollcall.scim.resource.Collation;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.DateTime;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place of a resource in an order: the value it is ordered by, and its id, which decides between equal values so
 * that pages are stable (RFC 7644 §3.4.2.3). Immutable and thread-safe.
 *
 * @param value null if the resource has none
 */
public record SortKey(@Nullable Value value, String id) {
    /** The key of a resource. */
    public static SortKey of(Resource resource, Sort sort) {
        return new SortKey(valueAt(resource.attributes(), sort.path().steps()), resource.id());
    }

    private static @Nullable Value valueAt(Complex root, List<Attribute> steps) {
        Value value = root;
        for (Attribute step : steps) {
            value = value instanceof Complex object ? first(object.get(step)) : null;
        }
        return value;
    }

    /** Of several values the primary one counts, or else the first. */
    private static @Nullable Value first(@Nullable Value value) {
        if (!(value instanceof Value.Multi multi)) {
            return value;
        }
        return multi.values().stream()
                .filter(e -> e instanceof Complex c && c.get("primary") instanceof Value.Bool b && b.value())
                .findFirst()
                .orElse(multi.values().get(0));
    }

    /** The order of keys; those without a value come last in an ascending one. */
    public static Comparator<SortKey> comparator(Sort sort) {
        boolean caseExact = sort.path().leaf().caseExact();
        Comparator<Value> values = (a, b) -> compare(a, b, caseExact);
        Comparator<SortKey> byValue = Comparator.comparing(SortKey::value, Comparator.nullsLast(values));
        return (sort.ascending() ? byValue : byValue.reversed()).thenComparing(SortKey::id);
    }

    private static int compare(Value a, Value b, boolean caseExact) {
        if (a instanceof DateTime x && b instanceof DateTime y) {
            return x.instant().compareTo(y.instant());
        }
        if (a instanceof Value.Bool x && b instanceof Value.Bool y) {
            return Boolean.compare(x.value(), y.value());
        }
        BigDecimal x = number(a);
        BigDecimal y = number(b);
        if (x != null && y != null) {
            return x.compareTo(y);
        }
        return Collation.compare(Collation.key(text(a), caseExact), Collation.key(text(b), caseExact));
    }

    private static @Nullable BigDecimal number(Value value) {
        if (value instanceof Value.Int number) {
            return BigDecimal.valueOf(number.value());
        }
        return value instanceof Value.Decimal number ? number.value() : null;
    }

    private static String text(Value value) {
        if (value instanceof Value.Text text) {
            return text.value();
        }
        if (value instanceof Value.Reference reference) {
            return reference.uri();
        }
        return value instanceof Value.Binary binary ? binary.base64() : value.toString();
    }
}
