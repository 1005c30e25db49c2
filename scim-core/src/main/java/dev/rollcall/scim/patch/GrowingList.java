package dev.rollcall.scim.patch;

import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of a multi-valued attribute, to which more are added (RFC 7644 §3.5.2.1). Knows where each value is, so
 * that an addition costs what is added, however many values there are. Not thread-safe.
 */
final class GrowingList {
    private final Attribute attribute;
    private final List<Value> elements;
    private final Map<Object, Integer> places = new HashMap<>();
    private Set<Integer> primaries = new HashSet<>();

    GrowingList(Attribute attribute, @Nullable Value present) {
        this.attribute = attribute;
        this.elements = new ArrayList<>(Elements.list(present));
        for (int i = 0; i < elements.size(); i++) {
            places.putIfAbsent(ElementIdentity.of(attribute, elements.get(i)), i);
            if (Primary.isSet(elements.get(i))) {
                primaries.add(i);
            }
        }
    }

    int size() {
        return elements.size();
    }

    Value value() {
        return new Value.Multi(elements);
    }

    /** Adds the values: each takes the place of the one it is the same as, and keeps of that what it does not mention. */
    void add(Value given) {
        Set<Integer> touched = new HashSet<>();
        given.elements().forEach(element -> touched.add(put(element)));
        Set<Integer> gained = new HashSet<>();
        for (int place : touched) {
            if (!Primary.isSet(elements.get(place))) {
                primaries.remove(place);
            } else if (!primaries.contains(place)) {
                gained.add(place);
            }
        }
        if (!gained.isEmpty()) {
            primaries.forEach(place -> elements.set(place, Primary.cleared(attribute, elements.get(place))));
            primaries = gained;
        }
    }

    private int put(Value element) {
        Integer place = places.putIfAbsent(ElementIdentity.of(attribute, element), elements.size());
        if (place == null) {
            elements.add(element);
            return elements.size() - 1;
        }
        elements.set(place, PatchEngine.merged(elements.get(place), element));
        return place;
    }
}
