package dev.rollcall.scim.patch;

import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.Mutability;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Lists that operations add to, held until another operation wants to see them, so that many additions do not cost the
 * length of the list each. Not thread-safe.
 */
final class Additions {
    private final Work work;
    private final int maxValues;
    private final Map<List<Attribute>, GrowingList> lists = new HashMap<>();

    Additions(Work work, int maxValues) {
        this.work = work;
        this.maxValues = maxValues;
    }

    /** Takes the step if it adds to a list; else says no. */
    boolean take(Complex root, PatchOperation step) {
        Target target = step.target();
        Value given = step.value();
        boolean adds = step.op() == Op.ADD
                && given != null
                && target.elements() == null
                && target.leaf() == target.attribute()
                && target.attribute().multiValued()
                && target.attribute().mutability() != Mutability.IMMUTABLE;
        if (adds) {
            GrowingList list = lists.computeIfAbsent(target.place(), place -> list(root, place));
            work.look(given, null);
            list.add(given);
            ResourceRules.checkSize(target.attribute(), list.size(), maxValues);
        }
        return adds;
    }

    private GrowingList list(Complex root, List<Attribute> place) {
        Value present = root;
        for (Attribute step : place) {
            present = present instanceof Complex object ? object.get(step) : null;
        }
        work.look(present, null);
        return new GrowingList(place.get(place.size() - 1), present);
    }

    /** The attributes with those lists in place that an operation on the attribute could see. */
    Complex settled(Complex root, Attribute attribute) {
        return settled(root, place -> place.contains(attribute));
    }

    /** The attributes with all lists in place. */
    Complex settled(Complex root) {
        return settled(root, place -> true);
    }

    private Complex settled(Complex root, Predicate<List<Attribute>> which) {
        Complex result = root;
        for (List<Attribute> place : List.copyOf(lists.keySet())) {
            if (which.test(place)) {
                result = with(result, place, lists.remove(place).value());
            }
        }
        return result;
    }

    private static Complex with(Complex object, List<Attribute> place, Value list) {
        Attribute first = place.get(0);
        return object.with(
                first,
                place.size() == 1
                        ? list
                        : with(PatchEngine.inside(object, first), place.subList(1, place.size()), list));
    }
}
