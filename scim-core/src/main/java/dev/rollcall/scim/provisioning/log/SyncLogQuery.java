package dev.rollcall.scim.provisioning.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a tenant's sync log; what is null does not matter. Immutable and thread-safe.
 *
 * @param from the first moment, itself included
 * @param until the moment before which they end
 * @param provider the id of the provider
 * @param event what they are about
 * @param subject the id of the account or the group
 * @param result how it went
 * @param newestFirst whether the latest comes first
 */
public record SyncLogQuery(
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String provider,
        @Nullable SyncLogEvent event,
        @Nullable String subject,
        @Nullable Result result,
        boolean newestFirst) {
    /** All entries, the oldest first. */
    public static final SyncLogQuery ALL = new SyncLogQuery(null, null, null, null, null, null, false);

    /** The same within a half-open range of time; null for no end. */
    public SyncLogQuery between(@Nullable Instant first, @Nullable Instant end) {
        return new SyncLogQuery(first, end, provider, event, subject, result, newestFirst);
    }

    /** The same of a provider. */
    public SyncLogQuery ofProvider(String id) {
        return new SyncLogQuery(from, until, id, event, subject, result, newestFirst);
    }

    /** The same about an event. */
    public SyncLogQuery about(SyncLogEvent kind) {
        return new SyncLogQuery(from, until, provider, kind, subject, result, newestFirst);
    }

    /** The same of an account or a group. */
    public SyncLogQuery ofSubject(String id) {
        return new SyncLogQuery(from, until, provider, event, id, result, newestFirst);
    }

    /** The same that went like that. */
    public SyncLogQuery with(Result how) {
        return new SyncLogQuery(from, until, provider, event, subject, how, newestFirst);
    }

    /** The same, the latest first. */
    public SyncLogQuery latestFirst() {
        return new SyncLogQuery(from, until, provider, event, subject, result, true);
    }

    /** Whether an entry is among them. */
    public boolean matches(SyncLogEntry entry) {
        return (from == null || !entry.time().isBefore(from))
                && (until == null || entry.time().isBefore(until))
                && (provider == null || provider.equals(entry.provider()))
                && (event == null || event == entry.event())
                && (subject == null || subject.equals(entry.subject()))
                && (result == null || result == entry.result());
    }
}
