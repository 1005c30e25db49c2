package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.Attribute;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Turns plain Java values into attribute values, as an attribute's type says. */
final class JavaValues {
    private JavaValues() {}

    static Value toValue(Attribute attribute, Object value) {
        if (value instanceof Value ready) {
            return ready;
        }
        if (attribute.multiValued()) {
            Collection<?> values = value instanceof Collection<?> many ? many : List.of(value);
            return new Value.Multi(
                    values.stream().map(each -> one(attribute, each)).toList());
        }
        return one(attribute, value);
    }

    private static Value one(Attribute attribute, Object value) {
        return switch (attribute.type()) {
            case STRING -> new Value.Text(as(String.class, attribute, value));
            case BOOLEAN -> new Value.Bool(as(Boolean.class, attribute, value));
            case INTEGER -> new Value.Int(as(Number.class, attribute, value).longValue());
            case DECIMAL -> new Value.Decimal(new BigDecimal(value.toString()));
            case DATE_TIME -> dateTime(attribute, value);
            case BINARY ->
                new Value.Binary(
                        value instanceof byte[] bytes
                                ? Base64.getEncoder().encodeToString(bytes)
                                : as(String.class, attribute, value));
            case REFERENCE ->
                new Value.Reference(value instanceof URI uri ? uri.toString() : as(String.class, attribute, value));
            case COMPLEX -> complex(attribute, as(Map.class, attribute, value));
        };
    }

    private static Value dateTime(Attribute attribute, Object value) {
        if (value instanceof Instant instant) {
            return DateTime.of(instant);
        }
        return DateTime.parse(as(String.class, attribute, value))
                .orElseThrow(() -> new IllegalArgumentException("Attribute " + attribute
                        + " takes an xsd:dateTime such as 2026-01-31T12:00:00Z, not " + value));
    }

    private static Value complex(Attribute attribute, Map<?, ?> values) {
        Complex.Builder builder = Complex.builder(attribute.subAttributes());
        values.forEach((name, value) -> {
            Attribute sub = attribute.subAttributes().get(name.toString());
            builder.set(sub, value == null ? null : toValue(sub, value));
        });
        return builder.build();
    }

    private static <T> T as(Class<T> wanted, Attribute attribute, Object value) {
        if (!wanted.isInstance(value)) {
            throw new IllegalArgumentException("Attribute " + attribute + " takes a " + wanted.getSimpleName()
                    + ", not a " + value.getClass().getSimpleName());
        }
        return wanted.cast(value);
    }
}
