package dev.rollcall.scim.patch;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.codec.internal.ValueReader;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.json.JsonBuffer;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A read-only attribute in an operation without path: where it is not passed over, it must say what is so already. */
record Expectation(int index, Attribute attribute, JsonBuffer given) {

    void check(Resource resource) {
        Value value =
                ValueReader.ofDocument(Tolerance.STRICT).at(attribute.name()).read(given.read(), attribute);
        boolean same = attribute == resource.type().schemas()
                ? schemas(value).equals(new HashSet<>(resource.schemas()))
                : value == null || agrees(value, resource.get(attribute));
        if (!same) {
            throw ScimException.mutability("\"" + attribute.name() + "\" is read-only, and not what was given")
                    .within("Operations[" + index + "]");
        }
    }

    private static Set<String> schemas(@Nullable Value value) {
        Set<String> uris = new HashSet<>();
        if (value != null) {
            value.elements().forEach(uri -> uris.add(((Value.Reference) uri).uri()));
        }
        return uris;
    }

    private static boolean agrees(Value given, @Nullable Value present) {
        if (!(given instanceof Complex parts)) {
            return given.equals(present);
        }
        boolean[] agrees = {present instanceof Complex};
        if (present instanceof Complex complex) {
            parts.forEach((sub, value) -> {
                // What is derived when a resource is read, as meta.location is, cannot be compared here.
                Value current = complex.get(sub);
                agrees[0] &= current == null || current.equals(value);
            });
        }
        return agrees[0];
    }
}
