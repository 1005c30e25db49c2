package dev.rollcall.scim.provisioning.log;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An attribute with its value before and after, as text; sensitive ones are masked. Immutable and thread-safe.
 *
 * @param attribute its path, such as {@code name.familyName}
 * @param before null if there was none
 * @param after null if there is none
 */
public record AttributeChange(
        String attribute, @Nullable String before, @Nullable String after) {
    /** What stands in the place of a sensitive value. */
    public static final String MASKED = "***";

    /** Checks that there is a path. */
    public AttributeChange {
        Objects.requireNonNull(attribute);
    }
}
