package dev.rollcall.scim.protocol;

import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.filter.Literal;
import dev.rollcall.scim.filter.Operator;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.KeyFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds in a filter what every match must have: an id, or the keys of indexed attributes. */
final class Narrowing {
    private final PathResolver resolver;
    private final KeyFactory keys;

    Narrowing(PathResolver resolver, KeyFactory keys) {
        this.resolver = resolver;
        this.keys = keys;
    }

    /**
     * What is known of every match.
     *
     * @param id its id; null if the filter names none
     * @param keys keys that it has
     */
    record Narrowed(@Nullable String id, List<Key> keys) {}

    Narrowed of(@Nullable Filter filter) {
        String id = null;
        List<Key> equalities = new ArrayList<>();
        for (Filter term : filter == null ? List.<Filter>of() : filter.conjuncts()) {
            Equality equality = equality(term);
            Value value = equality == null ? null : value(equality.path().leaf(), equality.literal());
            if (equality == null || value == null) {
                continue;
            }
            if (equality.path().leaf() == resolver.type().id()) {
                id = ((Value.Text) value).value();
            } else {
                keys.equality(resolver.type(), equality.path(), value).ifPresent(equalities::add);
            }
        }
        return new Narrowed(id, equalities);
    }

    /** A value that a match must have at a path, perhaps together with more that is asked of the same element. */
    private record Equality(ResolvedPath path, Literal literal) {}

    private @Nullable Equality equality(Filter term) {
        if (term instanceof Filter.Compare compare && compare.operator() == Operator.EQ) {
            ResolvedPath path = resolver.resolve(compare.path()).orElse(null);
            ResolvedPath compared = path != null && path.leaf().multiValued() ? valueOf(path) : path;
            return compared == null ? null : new Equality(compared, compare.value());
        }
        if (term instanceof Filter.Element element) {
            ResolvedPath path = resolver.resolve(element.path()).orElse(null);
            ResolvedPath compared = path == null ? null : valueOf(path);
            Literal literal = element.filter().required("value").orElse(null);
            return compared == null || literal == null ? null : new Equality(compared, literal);
        }
        return null;
    }

    /** RFC 7644 §3.4.2.2: {@code emails eq "x"} is about {@code emails.value}. */
    private static @Nullable ResolvedPath valueOf(ResolvedPath path) {
        Attribute value = path.leaf().extension() ? null : path.leaf().sub("value");
        return value == null ? null : path.child(value);
    }

    /** The literal as a value of the attribute; null where that takes more than a look. */
    private static @Nullable Value value(Attribute attribute, Literal literal) {
        return switch (attribute.type()) {
            case STRING -> literal instanceof Literal.Text text ? Value.of(text.value()) : null;
            case REFERENCE -> literal instanceof Literal.Text text ? new Value.Reference(text.value()) : null;
            case INTEGER, DECIMAL ->
                literal instanceof Literal.Number number ? new Value.Decimal(number.value()) : null;
            default -> null;
        };
    }
}
