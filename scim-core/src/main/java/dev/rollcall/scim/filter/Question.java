package dev.rollcall.scim.filter;

import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a term asks, once it is resolved and found valid.
 *
 * @param path the attribute it is about
 * @param leaf the test of one value at the end of the path
 * @param whenAbsent the answer where an attribute on the way has no value
 * @param whenLeafAbsent the answer where the last attribute has none; the same if that is the only one
 */
record Question(ResolvedPath path, Predicate<Value> leaf, boolean whenAbsent, boolean whenLeafAbsent) {
    /** The test of what holds the step at the index: the resource's attributes for 0, a value of the top one for 1. */
    Predicate<Value> from(int index) {
        List<Attribute> steps = path.steps();
        int last = steps.size() - 1;
        Predicate<Value> rest = leaf;
        for (int i = last; i >= index; i--) {
            rest = new Step(steps.get(i), rest, i == last ? whenLeafAbsent : whenAbsent);
        }
        return rest;
    }
}
