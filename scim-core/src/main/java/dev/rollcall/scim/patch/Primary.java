package dev.rollcall.scim.patch;

import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** RFC 7644 §3.5.2: setting {@code primary} on one value takes it from all others of the attribute. */
final class Primary {
    private Primary() {}

    static boolean isSet(Value element) {
        return element instanceof Complex complex
                && complex.get("primary") instanceof Value.Bool primary
                && primary.value();
    }

    /** The elements; if one has become primary, those that were it before are no longer. */
    static List<Value> keepNewest(Attribute attribute, List<Value> elements, IntPredicate wasPrimary) {
        boolean taken = false;
        for (int i = 0; i < elements.size(); i++) {
            taken |= isSet(elements.get(i)) && !wasPrimary.test(i);
        }
        if (!taken) {
            return elements;
        }
        List<Value> result = new ArrayList<>(elements);
        for (int i = 0; i < result.size(); i++) {
            if (wasPrimary.test(i) && isSet(result.get(i))) {
                result.set(i, cleared(attribute, result.get(i)));
            }
        }
        return result;
    }

    /** The element, which is a primary one, as one that is not. */
    static Complex cleared(Attribute attribute, Value element) {
        return ((Complex) element).with(attribute.subAttributes().get("primary"), Value.of(false));
    }
}
