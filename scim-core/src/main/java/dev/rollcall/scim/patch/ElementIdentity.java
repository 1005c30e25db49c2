package dev.rollcall.scim.patch;

import dev.rollcall.scim.resource.Collation;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * What makes two elements of a multi-valued attribute the same one: {@code value} and {@code type}, since RFC 7643 §2.4
 * wants that pair once; elements without {@code value} are the same only if they are equal as a whole.
 */
final class ElementIdentity {
    private ElementIdentity() {}

    /**
     * Comparable, since a client chooses the values: a map finds its way among thousands of equal hash codes only if it
     * can order them.
     */
    private record Key(Object value, @Nullable Object type) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byValue = value.toString().compareTo(other.value.toString());
            return byValue != 0 ? byValue : String.valueOf(type).compareTo(String.valueOf(other.type));
        }
    }

    /** A key that is equal for two elements exactly if they are the same one. */
    static Object of(Attribute attribute, Value element) {
        Object value = part(attribute, element, "value");
        return value == null ? new Key(element, null) : new Key(value, part(attribute, element, "type"));
    }

    /** The same without the type, for an element that says none. */
    static Object ofValue(Attribute attribute, Value element) {
        Object value = part(attribute, element, "value");
        return new Key(value == null ? element : value, null);
    }

    /** Whether an element says what type it is of. */
    static boolean hasType(Value element) {
        return element instanceof Complex complex && complex.get("type") != null;
    }

    private static @Nullable Object part(Attribute attribute, Value element, String name) {
        Attribute sub = attribute.sub(name);
        Value value = sub == null || !(element instanceof Complex complex) ? null : complex.get(sub);
        if (sub != null && value instanceof Value.Text text) {
            return Collation.key(text.value(), sub.caseExact());
        }
        return value;
    }
}
