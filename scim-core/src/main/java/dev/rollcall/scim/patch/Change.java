package dev.rollcall.scim.patch;

import dev.rollcall.scim.resource.Value;
import org.jspecify.annotations.Nullable;

/**
 * One attribute that changed. Immutable and thread-safe.
 *
 * @param path the attribute in canonical form, such as {@code name.familyName}
 * @param before its value before; null if it was unassigned
 * @param after its value now; null if it is unassigned
 */
public record Change(
        String path, @Nullable Value before, @Nullable Value after) {}
