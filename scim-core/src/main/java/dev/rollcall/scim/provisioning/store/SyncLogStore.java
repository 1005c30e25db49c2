package dev.rollcall.scim.provisioning.store;

import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogQuery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the sync log. */
public interface SyncLogStore {
    /** Adds entries. */
    void append(List<SyncLogEntry> entries);

    /**
     * Entries in the order of their ids, which is that of their time, or the other way round. A page of entries MUST hold
     * those behind the entry of the given id, in that direction, up to its limit.
     */
    List<SyncLogEntry> list(String tenant, SyncLogQuery query, @Nullable String after, int limit);

    /** Writes an entry in the place of the one with its id, for the sake of a person that is to be forgotten. */
    void replace(SyncLogEntry entry);

    /**
     * Removes entries; returns how many. Purging the log MUST remove entries from before the time alone, and at most as many
     * as its limit.
     */
    int purge(String tenant, Instant before, int limit);
}
