package dev.rollcall.scim.testkit.store;

import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.DateTime;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Returned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Attributes and values out of a schema, so that the contract holds for whatever types a store keeps. */
final class Samples {
    private Samples() {}

    /** The attribute that says what a resource of the type is called: the first text that it must have. */
    static Attribute naming(ResourceType type) {
        return singleTexts(type)
                .filter(Attribute::required)
                .findFirst()
                .or(() -> singleTexts(type).findFirst())
                .orElseThrow(() -> new AssertionError(type + " has no text that could name its resources"));
    }

    private static Stream<Attribute> singleTexts(ResourceType type) {
        return type.attributes().asList().stream()
                .filter(a -> a.type() == AttributeType.STRING && !a.multiValued() && a != type.id())
                .filter(Attribute::writable);
    }

    /** The attributes that a document has, but for members of a group, which may be kept as a relation. */
    static List<Attribute> kept(ResourceType type) {
        return type.attributes().asList().stream()
                .filter(a -> a != type.id() && a != type.meta() && a != type.schemas())
                .filter(a -> !a.name().equals("members"))
                .filter(Samples::isKept)
                .toList();
    }

    private static boolean isKept(Attribute attribute) {
        return attribute.writable() && attribute.returned() != Returned.NEVER;
    }

    /** A value of the attribute with all that is in it; several elements where it takes them. */
    static Value value(Attribute attribute, String text, int elements) {
        return attribute.multiValued()
                ? new Value.Multi(Stream.iterate(0, i -> i + 1)
                        .limit(elements)
                        .map(i -> one(attribute, i == 0 ? text : text + i, i == 0))
                        .toList())
                : one(attribute, text, true);
    }

    private static Value one(Attribute attribute, String text, boolean first) {
        return switch (attribute.type()) {
            case STRING -> Value.of(text);
            case BOOLEAN -> new Value.Bool(first);
            case DECIMAL -> new Value.Decimal(new BigDecimal("12.5"));
            case INTEGER -> new Value.Int(text.length());
            case DATE_TIME -> DateTime.of(Instant.parse("2026-01-02T03:04:05Z"));
            case BINARY -> new Value.Binary("AQIDBA==");
            case REFERENCE -> new Value.Reference("https://example.com/" + text.length());
            case COMPLEX -> complex(attribute, text, first);
        };
    }

    private static Complex complex(Attribute attribute, String text, boolean first) {
        Complex.Builder complex = Complex.builder(attribute.subAttributes());
        // A link follows from the id beside it, and is made when a resource is read.
        Predicate<Attribute> derived = sub -> sub == attribute.linkToResource();
        attribute.subAttributes().asList().stream()
                .filter(derived.negate())
                .filter(Samples::isKept)
                .forEach(sub -> complex.set(sub, part(sub, sub.name().equals("type") ? "work" : text, first)));
        return complex.build();
    }

    private static Value part(Attribute sub, String text, boolean first) {
        Value one = one(sub, text, first);
        return sub.multiValued() ? new Value.Multi(List.of(one)) : one;
    }
}
