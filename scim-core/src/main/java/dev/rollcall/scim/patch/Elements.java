package dev.rollcall.scim.patch;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Operations on the elements of a multi-valued attribute; a singular one counts as a list of one. */
final class Elements {
    private Elements() {}

    static List<Value> list(@Nullable Value value) {
        return value == null ? List.of() : value.elements();
    }

    private static @Nullable Value value(Attribute attribute, List<Value> elements) {
        if (elements.isEmpty()) {
            return null;
        }
        return attribute.multiValued() ? new Value.Multi(elements) : elements.get(0);
    }

    /** The values with those given in their place, or after them if they are new (RFC 7644 §3.5.2.1). */
    static Value append(Attribute attribute, @Nullable Value before, Value given) {
        GrowingList all = new GrowingList(attribute, before);
        all.add(given);
        return all.value();
    }

    /** The values given, each once. */
    static Value distinct(Attribute attribute, Value given) {
        return append(attribute, null, given);
    }

    /** The values but those given: named by value, and by type if they say one. */
    static @Nullable Value without(Attribute attribute, @Nullable Value before, @Nullable Value given) {
        Set<Object> pairs = new HashSet<>();
        Set<Object> values = new HashSet<>();
        for (Value gone : list(given)) {
            if (ElementIdentity.hasType(gone)) {
                pairs.add(ElementIdentity.of(attribute, gone));
            } else {
                values.add(ElementIdentity.ofValue(attribute, gone));
            }
        }
        List<Value> rest = list(before).stream()
                .filter(element -> !pairs.contains(ElementIdentity.of(attribute, element))
                        && !values.contains(ElementIdentity.ofValue(attribute, element)))
                .toList();
        return value(attribute, rest);
    }

    /** What a step does to the elements that a filter selects. */
    static @Nullable Value apply(@Nullable Value before, PatchOperation step, ElementMatch match) {
        Attribute attribute = step.target().attribute();
        List<Value> elements = list(before);
        List<Value> after = new ArrayList<>();
        List<Boolean> wasPrimary = new ArrayList<>();
        boolean any = false;
        for (Value element : elements) {
            boolean matches = match.matches(element);
            any |= matches;
            Value changed = matches ? changed(element, step) : element;
            if (changed != null) {
                after.add(changed);
                wasPrimary.add(Primary.isSet(element));
            }
        }
        if (!any && step.op() != Op.REMOVE) {
            Value created = created(step, match);
            if (created != null) {
                after.add(created);
                wasPrimary.add(false);
            }
        }
        return value(attribute, Primary.keepNewest(attribute, after, wasPrimary::get));
    }

    private static @Nullable Value changed(Value element, PatchOperation step) {
        Attribute sub = step.target().sub();
        Value given = step.value();
        if (sub != null) {
            if (step.op() == Op.ADD && given == null) {
                return element;
            }
            Complex changed = PatchEngine.set((Complex) element, sub, subValue(element, sub, step), step.op());
            boolean cleared = changed != element && changed.get(sub) == null;
            return cleared && isLabelOnly(changed) ? null : changed;
        }
        return switch (step.op()) {
            case REMOVE -> null;
            case REPLACE -> given;
            case ADD -> given == null ? element : added(element, given);
        };
    }

    private static Value added(Value element, Value given) {
        Value merged = PatchEngine.merged(element, given);
        if (element instanceof Complex before && merged instanceof Complex after) {
            Immutable.checkElement(before, after);
        }
        return merged;
    }

    /** Whether an element that lost a value has nothing left but what says which element it was. */
    private static boolean isLabelOnly(Complex element) {
        boolean[] only = {true};
        element.forEach((sub, value) -> only[0] &= sub.isNamed("type") || sub.isNamed("primary"));
        return only[0];
    }

    private static @Nullable Value subValue(Value element, Attribute sub, PatchOperation step) {
        Value before = ((Complex) element).get(sub);
        Value given = step.value();
        if (step.op() == Op.ADD && given != null && sub.multiValued()) {
            return append(sub, before, given);
        }
        return given;
    }

    /** The element that was meant but is not there yet; null if there is nothing to set in it. */
    private static @Nullable Value created(PatchOperation step, ElementMatch match) {
        boolean creatable = step.creates() && (match.filter() == null || match.template() != null);
        if (!creatable) {
            throw ScimException.noTarget("No value matches " + step.target());
        }
        Value given = step.value();
        if (given == null) {
            return null;
        }
        Attribute attribute = step.target().attribute();
        Attribute sub = step.target().sub();
        Complex.Builder element =
                match.template() == null ? Complex.builder(attribute.subAttributes()) : match.template().toBuilder();
        if (sub != null) {
            element.set(sub, given);
        } else {
            ((Complex) given).forEach(element::set);
        }
        return element.build();
    }
}
