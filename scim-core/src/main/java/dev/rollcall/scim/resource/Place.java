package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.Attributes;
import dev.rollcall.scim.schema.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a value is in a resource, for a host that writes the path itself: {@code userName}, {@code name.familyName}, the
 * first of {@code emails.value}, or one of an extension with its URI and a colon in front.
 *
 * @param steps from a top-level attribute down; at least one
 */
record Place(List<Attribute> steps) {
    /** The place of that path; empty if the type has none. */
    static Optional<Place> find(ResourceType type, String path) {
        Attribute top = type.find(path);
        if (top != null) {
            return Optional.of(new Place(List.of(top)));
        }
        Optional<Attribute> extension = type.extensionAttributes()
                .filter(e ->
                        path.regionMatches(true, 0, e.name() + ":", 0, e.name().length() + 1))
                .findFirst();
        List<Attribute> steps = new ArrayList<>(extension.stream().toList());
        Attributes shape = extension.map(Attribute::subAttributes).orElse(type.attributes());
        String inside =
                extension.map(e -> path.substring(e.name().length() + 1)).orElse(path);
        for (String name : inside.split("\\.", -1)) {
            Attribute step = shape.find(name);
            if (step == null) {
                return Optional.empty();
            }
            steps.add(step);
            shape = step.subAttributes();
        }
        return Optional.of(new Place(steps));
    }

    /** What is there; of several values the first, unless all of them are the place. */
    @Nullable
    Value get(Complex from) {
        Value value = from;
        for (Attribute step : steps) {
            value = first(value) instanceof Complex object ? object.get(step) : null;
        }
        return value;
    }

    /** Puts a plain Java value there; null for none. */
    void set(Complex.Builder into, @Nullable Object value) {
        Attribute top = steps.get(0);
        into.set(top, changed(into.get(top), top, 1, value));
    }

    private @Nullable Value changed(@Nullable Value present, Attribute attribute, int depth, @Nullable Object value) {
        if (depth == steps.size()) {
            return value == null ? null : JavaValues.toValue(attribute, value);
        }
        Attribute sub = steps.get(depth);
        Complex object = first(present) instanceof Complex complex ? complex : Complex.empty(attribute.subAttributes());
        Complex changed = object.with(sub, changed(object.get(sub), sub, depth + 1, value));
        if (!(present instanceof Value.Multi several)) {
            return attribute.multiValued() && !changed.isEmpty() ? new Value.Multi(List.of(changed)) : changed;
        }
        List<Value> values = new ArrayList<>(several.values());
        values.set(0, changed);
        values.removeIf(element -> element instanceof Complex complex && complex.isEmpty());
        return new Value.Multi(values);
    }

    private static @Nullable Value first(@Nullable Value value) {
        return value instanceof Value.Multi several ? several.values().get(0) : value;
    }
}
