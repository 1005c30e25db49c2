package dev.rollcall.scim.filter;

import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import java.util.List;
import java.util.function.Predicate;

/**
 * One step down a path: whether any value of the attribute, in the complex value that is tested, satisfies the rest
 * (RFC 7644 §3.4.2.2: "any" of several values).
 *
 * @param rest tests one value, never a {@link Value.Multi}
 * @param whenAbsent the answer where the attribute has no value
 */
record Step(Attribute attribute, Predicate<Value> rest, boolean whenAbsent) implements Predicate<Value> {
    @Override
    public boolean test(Value object) {
        if (!(object instanceof Complex complex)) {
            throw new IllegalArgumentException("Not a complex value with the attribute " + attribute);
        }
        Value value = complex.get(attribute);
        if (value == null) {
            return whenAbsent;
        }
        return value instanceof Value.Multi multi ? any(multi.values()) : rest.test(value);
    }

    // An indexed loop: an iterator would be garbage for each resource that is tested.
    private boolean any(List<Value> values) {
        for (int i = 0; i < values.size(); i++) {
            if (rest.test(values.get(i))) {
                return true;
            }
        }
        return false;
    }
}
