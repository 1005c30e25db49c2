package dev.rollcall.scim.codec.internal;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import java.util.function.Supplier;

/** Names of attributes and schemas that the server does not know. */
public final class Unknown {
    private Unknown() {}

    /** Lets an unknown name pass, or refuses it with the error. */
    public static void passOver(Tolerance tolerance, Supplier<ScimException> otherwise) {
        if (!tolerance.allows(Quirk.UNKNOWN_ATTRIBUTES)) {
            throw otherwise.get();
        }
    }
}
