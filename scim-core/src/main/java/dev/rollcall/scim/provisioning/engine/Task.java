package dev.rollcall.scim.provisioning.engine;

import java.util.Objects;

/**
 * A chore with the name under which its failures are told.
 *
 * @param name what it does, such as {@code events}
 * @param chore the chore
 */
public record Task(String name, Chore chore) {
    /** Checks that both are there. */
    public Task {
        Objects.requireNonNull(name);
        Objects.requireNonNull(chore);
    }
}
