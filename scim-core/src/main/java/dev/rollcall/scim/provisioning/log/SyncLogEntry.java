package dev.rollcall.scim.provisioning.log;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that provisioning did, skipped or refused. Immutable and thread-safe.
 *
 * @param tenant whose it is
 * @param id its id; ids follow the time
 * @param time when
 * @param provider the id of the provider; null if none had to do with it
 * @param actor who acted: the user name of a credential, an administrator, or {@code rollcall} for the server itself
 * @param requestId names the request; null if there was none
 * @param event what it is about
 * @param subject the id of the account or of the group; null if there is none
 * @param subjectName what the subject was called then; null if nothing is known
 * @param changes what changed
 * @param cause why it happened
 * @param result how it went
 * @param message a sentence for people
 * @param explanation how rules came to the organization and the roles; null where none were asked
 */
public record SyncLogEntry(
        String tenant,
        String id,
        Instant time,
        @Nullable String provider,
        String actor,
        @Nullable String requestId,
        SyncLogEvent event,
        @Nullable String subject,
        @Nullable String subjectName,
        List<AttributeChange> changes,
        Cause cause,
        Result result,
        String message,
        @Nullable String explanation) {
    /** Copies the list. */
    public SyncLogEntry {
        Objects.requireNonNull(tenant);
        Objects.requireNonNull(id);
        Objects.requireNonNull(time);
        Objects.requireNonNull(actor);
        Objects.requireNonNull(event);
        Objects.requireNonNull(cause);
        Objects.requireNonNull(result);
        Objects.requireNonNull(message);
        changes = List.copyOf(changes);
    }
}
