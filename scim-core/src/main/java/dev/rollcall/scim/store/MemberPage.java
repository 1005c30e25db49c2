package dev.rollcall.scim.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some members of a group.
 *
 * @param members the members, in the store's own stable order
 * @param next where the next page begins, opaque to core; null if this page is the last
 */
public record MemberPage(List<Member> members, @Nullable String next) {
    /** Copies the list. */
    public MemberPage {
        members = List.copyOf(members);
    }
}
