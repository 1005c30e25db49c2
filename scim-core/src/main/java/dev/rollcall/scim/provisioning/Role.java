package dev.rollcall.scim.provisioning;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A named set of permissions of the host application, which alone knows what they permit. Immutable and thread-safe.
 *
 * @param id by which rules and accounts refer to it, 1 to 100 characters
 * @param displayName what people call it
 * @param description what it is for; null if nobody said
 */
public record Role(String id, String displayName, @Nullable String description) {
    private static final int LONGEST_ID = 100;

    /** Checks that there is an id. */
    public Role {
        Objects.requireNonNull(displayName);
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw new IllegalArgumentException(
                    "The id of a role has 1 to " + LONGEST_ID + " characters, not \"" + id + "\"");
        }
    }

    /** A role without a description. */
    public static Role of(String id, String displayName) {
        return new Role(id, displayName, null);
    }
}
