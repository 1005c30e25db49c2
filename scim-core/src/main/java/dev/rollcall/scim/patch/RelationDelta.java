package dev.rollcall.scim.patch;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A change of a group's members in normal form, however many operations it came from: first all leave if {@code clear},
 * then some leave, then some join. Nobody is in both sets. Immutable and thread-safe.
 *
 * @param clear whether all present members leave, but for those in {@code add}
 * @param remove ids of those who are no members afterwards, whether they were any before or not; empty if {@code clear}
 * @param add ids of those who are members afterwards, in the order given
 */
public record RelationDelta(boolean clear, Set<String> remove, Set<String> add) {
    /** No change at all. */
    public static final RelationDelta NONE = new RelationDelta(false, Set.of(), Set.of());

    /** Copies the sets, keeping their order. */
    public RelationDelta {
        remove = Collections.unmodifiableSet(new LinkedHashSet<>(remove));
        add = Collections.unmodifiableSet(new LinkedHashSet<>(add));
        if (clear && !remove.isEmpty()) {
            throw new IllegalArgumentException("Who leaves is said by clear already");
        }
        if (add.stream().anyMatch(remove::contains)) {
            throw new IllegalArgumentException("A member cannot leave and join in one delta");
        }
    }

    /** Exactly these are members afterwards. */
    public static RelationDelta replaceAll(Set<String> members) {
        return new RelationDelta(true, Set.of(), members);
    }

    /** Whether the delta asks for nothing. */
    public boolean isEmpty() {
        return !clear && remove.isEmpty() && add.isEmpty();
    }
}
