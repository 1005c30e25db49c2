package dev.rollcall.scim.patch;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.Mutability;
import org.jspecify.annotations.Nullable;

/** Holds on to values that may be set once and not changed afterwards (RFC 7643 §7 {@code immutable}). */
final class Immutable {
    private Immutable() {}

    /**
     * Checks a change of an attribute's value, and of what is in it. The elements of a list are values of their own: they
     * come and go as a whole.
     *
     * @throws ScimException {@code mutability} if an immutable value would change or go
     */
    static void check(Attribute attribute, @Nullable Value before, @Nullable Value after) {
        if (before == null || before.equals(after)) {
            return;
        }
        if (attribute.mutability() == Mutability.IMMUTABLE) {
            throw ScimException.mutability("\"" + attribute.name() + "\" is immutable and has a value already");
        }
        if (before instanceof Complex old) {
            checkElement(old, after instanceof Complex changed ? changed : null);
        }
    }

    /** The same for the parts of one object. */
    static void checkElement(Complex before, @Nullable Complex after) {
        before.forEach((sub, value) -> check(sub, value, after == null ? null : after.get(sub)));
    }
}
