package dev.rollcall.scim.filter;

import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Value;
import java.util.List;

/** What {@code pr} means for a value (RFC 7644 §3.4.2.2, RFC 7643 §2.5): not empty, down to the last node. */
final class Presence {
    private Presence() {}

    static boolean isPresent(Value value) {
        if (value instanceof Value.Text text) {
            return !text.value().isEmpty();
        } else if (value instanceof Value.Multi multi) {
            return anyOf(multi.values());
        } else if (value instanceof Complex complex) {
            return anyIn(complex);
        }
        return true;
    }

    private static boolean anyOf(List<Value> values) {
        for (int i = 0; i < values.size(); i++) {
            if (isPresent(values.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyIn(Complex complex) {
        for (int i = 0; i < complex.shape().size(); i++) {
            Value value = complex.get(i);
            if (value != null && isPresent(value)) {
                return true;
            }
        }
        return false;
    }
}
