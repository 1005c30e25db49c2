package dev.rollcall.scim.query;

import dev.rollcall.scim.error.ScimException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk by cursor goes on (RFC 9865 §2): a place in the order rather than a resource, so that it stays the same
 * place whatever comes and goes. Immutable and thread-safe.
 *
 * @param forward whether the page begins behind the place, or else ends in front of it
 * @param type the name of the resource type at the place; empty without a place
 * @param place the place; null for the beginning of a walk forward and the end of one back
 * @param count the page size of the walk
 * @param total how many resources matched when the walk began
 * @param expires when the cursor is no longer taken
 */
public record Cursor(boolean forward, String type, @Nullable SortKey place, int count, long total, Instant expires) {
    /**
     * Checks that the cursor may be used for a page of that size now.
     *
     * @throws ScimException {@code expiredCursor} or {@code invalidCount}
     */
    public void check(Instant now, int asked) {
        if (now.isAfter(expires)) {
            throw ScimException.expiredCursor(
                    "The cursor has expired at " + expires + "; begin again with an empty cursor");
        }
        if (asked != count) {
            throw ScimException.invalidCount(
                    "\"count\" is " + asked + " here and was " + count
                            + " on the page that the cursor came with; give the same count, or begin again with an empty cursor");
        }
    }
}
