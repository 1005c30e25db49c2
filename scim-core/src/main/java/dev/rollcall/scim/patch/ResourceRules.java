package dev.rollcall.scim.patch;

import dev.rollcall.scim.codec.Limits;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.Attributes;
import dev.rollcall.scim.schema.Mutability;
import dev.rollcall.scim.schema.Returned;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of a resource as a whole, whether it came by POST, PUT or PATCH, and what a PUT keeps. Stateless and
 * thread-safe.
 */
public final class ResourceRules {
    private ResourceRules() {}

    /**
     * The resource with each value once, and without what is never stored: passwords, and links that are derived.
     *
     * @throws ScimException {@code invalidValue} if a required attribute has no value, or several values are primary;
     *     {@code tooMany} if an attribute has more values than the limits allow
     */
    public static Resource checked(Resource resource, Limits limits) {
        checkSize(resource.attributes(), limits.maxValues());
        Resource result = resource.mapAttributes(ResourceRules::normalize);
        checkRequired(result.attributes(), "");
        return result;
    }

    /** What is done to lists takes time that grows with them, so they are bounded. */
    static void checkSize(Complex object, int maxValues) {
        object.forEach((attribute, value) -> {
            if (value instanceof Value.Multi multi) {
                checkSize(attribute, multi.values().size(), maxValues);
            }
            if (value instanceof Complex inner) {
                checkSize(inner, maxValues);
            }
        });
    }

    static void checkSize(Attribute attribute, int size, int maxValues) {
        if (size > maxValues) {
            throw ScimException.tooMany(
                    "\"" + attribute.name() + "\" has " + size + " values; the limit of this server is " + maxValues);
        }
    }

    private static Complex normalize(Complex object) {
        Complex.Builder builder = object.toBuilder();
        object.forEach((attribute, value) -> {
            if (isSecret(attribute)) {
                builder.set(attribute, null);
            } else if (attribute.multiValued()) {
                builder.set(attribute, onePrimary(attribute, Elements.distinct(attribute, value)));
            } else if (value instanceof Complex inner) {
                builder.set(attribute, withoutLink(normalize(inner)));
            }
        });
        return builder.build();
    }

    /** A write-only value such as a password: it is handed on, never kept (RFC 7643 §9.2). */
    private static boolean isSecret(Attribute attribute) {
        return attribute.mutability() == Mutability.WRITE_ONLY && attribute.returned() == Returned.NEVER;
    }

    /** {@code $ref} beside a {@code value} follows from it, so a client's own, perhaps wrong, one is not kept. */
    private static Complex withoutLink(Complex object) {
        Attribute link = object.shape().find("$ref");
        return link != null && object.get("value") != null ? object.with(link, null) : object;
    }

    private static Value onePrimary(Attribute attribute, Value values) {
        List<Value> elements = new ArrayList<>(values.elements());
        int first = -1;
        for (int i = 0; i < elements.size(); i++) {
            if (Primary.isSet(elements.get(i))) {
                if (first < 0) {
                    first = i;
                } else {
                    elements.set(i, second(attribute, (Complex) elements.get(first), (Complex) elements.get(i)));
                }
            }
        }
        return new Value.Multi(elements);
    }

    /** Two entries of one value, both primary, do not contradict each other; two different ones do (RFC 7643 §2.4). */
    private static Complex second(Attribute attribute, Complex first, Complex again) {
        Value value = first.get("value");
        if (value == null || !Objects.equals(value, again.get("value"))) {
            throw ScimException.invalidValue("\"" + attribute.name()
                    + "\" has more than one value with \"primary\": true; only one can be primary");
        }
        return again.with(attribute.subAttributes().get("primary"), Value.of(false));
    }

    private static void checkRequired(Complex object, String prefix) {
        Attributes shape = object.shape();
        for (Attribute attribute : shape) {
            Value value = object.get(attribute);
            if (attribute.required() && attribute.writable() && isMissing(value) && !attribute.isNamed("schemas")) {
                throw ScimException.invalidValue("\"" + prefix + attribute.name() + "\" is required and has no value");
            }
            if (value != null && attribute.complex()) {
                String below = prefix + attribute.name() + (attribute.extension() ? ":" : ".");
                value.elements().forEach(element -> checkRequired((Complex) element, below));
            }
        }
    }

    private static boolean isMissing(@Nullable Value value) {
        return value == null
                || (value instanceof Value.Text text && text.value().isBlank());
    }

    /**
     * What a PUT makes of a resource (RFC 7644 §3.5.1): everything given replaces what was there and everything left out
     * is cleared, but read-only attributes stay, and immutable ones stay and may not differ.
     *
     * @throws ScimException {@code mutability} if an immutable attribute would change
     */
    public static Resource replaced(Resource before, Resource given) {
        return before.mapAttributes(old -> replaced(old, given.attributes()));
    }

    private static Complex replaced(Complex old, Complex given) {
        Complex.Builder result = Complex.builder(old.shape());
        for (Attribute attribute : old.shape()) {
            result.set(attribute, replaced(attribute, old.get(attribute), given.get(attribute)));
        }
        return result.build();
    }

    private static @Nullable Value replaced(Attribute attribute, @Nullable Value old, @Nullable Value given) {
        return switch (attribute.mutability()) {
            case READ_ONLY -> old;
            case WRITE_ONLY -> given != null ? given : old;
            case IMMUTABLE -> {
                if (old != null && given != null && !old.equals(given)) {
                    throw ScimException.mutability("\"" + attribute.name() + "\" is immutable and has another value");
                }
                yield old != null ? old : given;
            }
            case READ_WRITE -> {
                // Inside of an object there can be read-only and immutable parts too, as in an extension.
                boolean mixed = attribute.complex() && !attribute.multiValued() && old != null;
                yield mixed
                        ? replaced(
                                (Complex) old,
                                given instanceof Complex g ? g : Complex.empty(attribute.subAttributes()))
                        : given;
            }
        };
    }
}
