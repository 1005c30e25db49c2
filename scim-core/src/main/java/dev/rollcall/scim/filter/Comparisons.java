package dev.rollcall.scim.filter;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.codec.internal.StringLiterals;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.DateTime;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tests of single values against a literal, chosen once by the attribute's type (RFC 7644 §3.4.2.2, table 3). */
final class Comparisons {
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*={0,2}");

    private final Tolerance tolerance;

    Comparisons(Tolerance tolerance) {
        this.tolerance = tolerance;
    }

    /**
     * The test of one value of the attribute, which is not complex.
     *
     * @param name the attribute's full name, for messages
     * @param caseExact whether case matters, if the values are texts
     */
    Predicate<Value> compile(String name, Attribute attribute, Operator operator, Literal literal, boolean caseExact) {
        if (!operator.appliesTo(attribute.type())) {
            throw ScimException.invalidFilter(
                    "\"" + operator + "\" does not apply to \"" + name + "\", which is of type "
                            + attribute.type().keyword() + "; "
                            + Operator.of(attribute.type()).stream()
                                    .map(Operator::keyword)
                                    .collect(Collectors.joining(", "))
                            + " and pr do");
        }
        return switch (attribute.type()) {
            case STRING, REFERENCE -> texts(new TextMatch(operator, text(name, literal), caseExact));
            case BOOLEAN -> booleans(bool(name, literal) == (operator == Operator.EQ));
            case INTEGER, DECIMAL -> numbers(new NumberMatch(operator, number(name, literal)));
            case DATE_TIME -> instants(operator, instant(name, literal));
            case BINARY -> binaries(operator, base64(name, literal));
            case COMPLEX -> throw new IllegalArgumentException(name + " is complex");
        };
    }

    private static Predicate<Value> texts(TextMatch match) {
        return value -> value instanceof Value.Text text
                ? match.test(text.value())
                : value instanceof Value.Reference reference && match.test(reference.uri());
    }

    private static Predicate<Value> booleans(boolean wanted) {
        return value -> value instanceof Value.Bool bool && bool.value() == wanted;
    }

    private static Predicate<Value> numbers(NumberMatch match) {
        return value -> value instanceof Value.Int integer
                ? match.test(integer.value())
                : value instanceof Value.Decimal decimal && match.test(decimal.value());
    }

    private static Predicate<Value> instants(Operator operator, Instant literal) {
        return value -> value instanceof DateTime time
                && operator.accepts(time.instant().compareTo(literal));
    }

    private static Predicate<Value> binaries(Operator operator, String literal) {
        return value ->
                value instanceof Value.Binary binary && binary.base64().equals(literal) == (operator == Operator.EQ);
    }

    private static String text(String name, Literal literal) {
        if (literal instanceof Literal.Text text) {
            return text.value();
        }
        throw mismatch(name, "a string in double quotes, such as \"" + literal + "\"", literal);
    }

    private boolean bool(String name, Literal literal) {
        if (literal instanceof Literal.Bool bool) {
            return bool.value();
        }
        Optional<Boolean> said =
                literal instanceof Literal.Text text ? StringLiterals.bool(text.value(), tolerance) : Optional.empty();
        return said.orElseThrow(() -> mismatch(name, "true or false", literal));
    }

    private BigDecimal number(String name, Literal literal) {
        if (literal instanceof Literal.Number number) {
            return number.value();
        }
        Optional<BigDecimal> said = literal instanceof Literal.Text text
                ? StringLiterals.number(text.value(), tolerance).flatMap(LiteralParser::numberIn)
                : Optional.empty();
        return said.orElseThrow(() -> mismatch(name, "a number", literal));
    }

    private static Instant instant(String name, Literal literal) {
        Optional<DateTime> time =
                literal instanceof Literal.Text text ? DateTime.parse(text.value()) : Optional.empty();
        return time.orElseThrow(() -> mismatch(name, "a dateTime such as \"2026-01-31T12:00:00Z\"", literal))
                .instant();
    }

    /** RFC 7643 §2.3.6 lets the padding be left out; values hold it. */
    private static String base64(String name, Literal literal) {
        if (literal instanceof Literal.Text text && BASE64.matcher(text.value()).matches()) {
            String bare = text.value().replace("=", "");
            if (bare.length() % 4 != 1) {
                return bare + "=".repeat((4 - bare.length() % 4) % 4);
            }
        }
        throw mismatch(name, "base64 in double quotes", literal);
    }

    private static ScimException mismatch(String name, String wanted, Literal literal) {
        String found = literal instanceof Literal.Text text ? JsonText.excerpt(text.value()) : literal.toString();
        return ScimException.invalidFilter("\"" + name + "\" is compared with " + wanted + ", not with " + found);
    }
}
