package dev.rollcall.scim.provisioning.admin;

import java.util.List;
import java.util.Map;

/**
 * What would happen if settings were applied now. Immutable and thread-safe.
 *
 * @param accounts how many accounts were looked at
 * @param changed how many of them would have another organization or other roles
 * @param moves who would move, by where from and where to
 * @param gained how many would gain each role, by its id
 * @param lost how many would lose each role, by its id
 * @param organizationsMade the names of organizations that would be made
 * @param unmatched rules that match nobody, in words
 */
public record Preview(
        long accounts,
        long changed,
        List<Move> moves,
        Map<String, Long> gained,
        Map<String, Long> lost,
        List<String> organizationsMade,
        List<String> unmatched) {
    /** Copies the collections. */
    public Preview {
        moves = List.copyOf(moves);
        gained = Map.copyOf(gained);
        lost = Map.copyOf(lost);
        organizationsMade = List.copyOf(organizationsMade);
        unmatched = List.copyOf(unmatched);
    }

    /**
     * Accounts that would move.
     *
     * @param from the name of the organization that they are in
     * @param to the name of the one where they would be
     * @param accounts how many
     */
    public record Move(String from, String to, long accounts) {}
}
