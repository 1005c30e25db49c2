package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.Attributes;
import dev.rollcall.scim.schema.Returned;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A set of attributes with their values: a complex value, or the whole of a resource (RFC 7643 §2.3.8). Immutable and
 * thread-safe. Two are equal if they have the same values, whatever order those came in.
 *
 * <p>Each attribute of the {@link Attributes} has its slot, so that a look-up is an array access.
 */
public final class Complex implements Value {
    private final Attributes shape;
    private final @Nullable Value[] slots;

    private Complex(Attributes shape, @Nullable Value[] slots) {
        this.shape = shape;
        this.slots = slots;
    }

    /** A value without any attribute set. */
    public static Complex empty(Attributes shape) {
        return new Complex(shape, new Value[shape.size()]);
    }

    /** Starts a value of the attributes. */
    public static Builder builder(Attributes shape) {
        return new Builder(shape, new Value[shape.size()]);
    }

    /** Starts a value with what this one has. */
    public Builder toBuilder() {
        return new Builder(shape, slots.clone());
    }

    /** The attributes that the value can have. */
    public Attributes shape() {
        return shape;
    }

    /** The value of the attribute; null if it is unassigned. */
    public @Nullable Value get(Attribute attribute) {
        return slots[index(shape, attribute)];
    }

    /** The value of the attribute of that name, in any case; null if unassigned or unknown. */
    public @Nullable Value get(String name) {
        Attribute attribute = shape.find(name);
        return attribute == null ? null : slots[attribute.index()];
    }

    /** The value at the index of an attribute; null if it is unassigned. */
    public @Nullable Value get(int index) {
        return slots[index];
    }

    /** The same with another value; null unassigns. */
    public Complex with(Attribute attribute, @Nullable Value value) {
        int index = index(shape, attribute);
        if (Objects.equals(slots[index], value)) {
            return this;
        }
        return toBuilder().set(attribute, value).build();
    }

    /** Whether no attribute has a value. */
    public boolean isEmpty() {
        for (Value slot : slots) {
            if (slot != null) {
                return false;
            }
        }
        return true;
    }

    /** Calls for each attribute that has a value, in the order of the schema. */
    public void forEach(BiConsumer<Attribute, Value> action) {
        for (int i = 0; i < slots.length; i++) {
            Value value = slots[i];
            if (value != null) {
                action.accept(shape.get(i), value);
            }
        }
    }

    private static int index(Attributes shape, Attribute attribute) {
        int index = attribute.index();
        if (index < 0 || index >= shape.size() || shape.get(index) != attribute) {
            throw new IllegalArgumentException("Attribute " + attribute + " is not one of " + shape);
        }
        return index;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Complex that && shape == that.shape && Arrays.equals(slots, that.slots);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(slots);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        forEach((attribute, value) -> text.append(text.length() > 1 ? ", " : "")
                .append(attribute)
                .append('=')
                // What no client is ever shown, such as a password, is in no log either.
                .append(attribute.returned() == Returned.NEVER ? "***" : value));
        return text.append('}').toString();
    }

    /** Collects values by attribute. Not thread-safe. */
    public static final class Builder {
        private final Attributes shape;
        private @Nullable Value[] slots;

        private Builder(Attributes shape, @Nullable Value[] slots) {
            this.shape = shape;
            this.slots = slots;
        }

        /**
         * Sets a value; null, an empty list or an empty complex value unassigns.
         *
         * @throws IllegalArgumentException if the attribute is not one of the shape
         */
        public Builder set(Attribute attribute, @Nullable Value value) {
            slots[index(shape, attribute)] = isNothing(value) ? null : value;
            return this;
        }

        /**
         * Sets the value of the attribute of that name, in any case.
         *
         * @throws IllegalArgumentException if there is no such attribute
         */
        public Builder set(String name, @Nullable Value value) {
            return set(shape.get(name), value);
        }

        /** The value set so far; null if none. */
        public @Nullable Value get(Attribute attribute) {
            return slots[index(shape, attribute)];
        }

        private static boolean isNothing(@Nullable Value value) {
            return value == null
                    || (value instanceof Complex complex && complex.isEmpty())
                    || (value instanceof Multi multi && multi.values().isEmpty());
        }

        /** The value; the builder can go on without touching it. */
        public Complex build() {
            return new Complex(shape, slots.clone());
        }
    }
}
