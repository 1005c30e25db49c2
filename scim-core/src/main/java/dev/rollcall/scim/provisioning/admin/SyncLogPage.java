package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some entries of a sync log, and where the next begin. Immutable and thread-safe.
 *
 * @param entries the entries in the order of the query
 * @param cursor by which the next page is asked for; null if there is none
 */
public record SyncLogPage(
        List<SyncLogEntry> entries, @Nullable String cursor) {
    /** Copies the list. */
    public SyncLogPage {
        entries = List.copyOf(entries);
    }

    /** By which the next page is asked for; empty if this is the last. */
    public Optional<String> next() {
        return Optional.ofNullable(cursor);
    }
}
