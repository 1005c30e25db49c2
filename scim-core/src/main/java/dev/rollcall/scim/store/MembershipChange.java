package dev.rollcall.scim.store;

import java.util.List;

/**
 * What a {@link dev.rollcall.scim.patch.RelationDelta} really changed. Immutable and thread-safe.
 *
 * @param added ids of those who were no members before
 * @param removed ids of those who were
 * @param unknown ids that name no resource of the scope and were passed over
 */
public record MembershipChange(List<String> added, List<String> removed, List<String> unknown) {
    /** Nothing changed. */
    public static final MembershipChange NONE = new MembershipChange(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public MembershipChange {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        unknown = List.copyOf(unknown);
    }

    /** Whether the members are the same as before. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty();
    }
}
