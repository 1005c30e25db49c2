package dev.rollcall.scim.provisioning.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event does to an account. Immutable and thread-safe.
 *
 * @param standing where the account stands afterwards; as before if nothing happened
 * @param effects what happened, in its order; empty if nothing did
 * @param refusal why the act does not happen; null if it was not refused
 */
public record Transition(
        Standing standing, List<Effect> effects, @Nullable Refusal refusal) {
    /** Copies the list. */
    public Transition {
        effects = List.copyOf(effects);
    }

    static Transition to(Standing standing, Effect... effects) {
        return new Transition(standing, List.of(effects), null);
    }

    static Transition nothing(Standing standing) {
        return to(standing);
    }

    static Transition refused(Standing standing, Refusal refusal) {
        return new Transition(standing, List.of(), refusal);
    }
}
