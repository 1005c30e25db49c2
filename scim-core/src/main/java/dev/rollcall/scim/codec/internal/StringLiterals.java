package dev.rollcall.scim.codec.internal;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Tolerance;
import java.util.Optional;

/** Booleans and numbers that are sent as strings, in bodies and in filters. */
public final class StringLiterals {
    private StringLiterals() {}

    private static Optional<String> forgiven(String text, Tolerance tolerance) {
        return tolerance.allows(Quirk.STRING_LITERALS) ? Optional.of(text) : Optional.empty();
    }

    /** The boolean that the text says, in any case; empty if it says none, or may not say it in a string. */
    public static Optional<Boolean> bool(String text, Tolerance tolerance) {
        return forgiven(text, tolerance)
                .filter(t -> t.equalsIgnoreCase("true") || t.equalsIgnoreCase("false"))
                .map(Boolean::parseBoolean);
    }

    /** The text, if it may say a number. */
    public static Optional<String> number(String text, Tolerance tolerance) {
        return forgiven(text, tolerance);
    }
}
