package dev.rollcall.scim.provisioning.job;

import dev.rollcall.scim.provisioning.log.Cause;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Accounts that are evaluated anew in the background, batch by batch, each in a transaction of its own. Immutable and
 * thread-safe.
 *
 * @param tenant whose it is
 * @param id its id
 * @param kind what it does
 * @param provider whose accounts it is about
 * @param includeMoved whether accounts that an administrator has moved are brought back too
 * @param cause what its log entries say
 * @param actor who wanted it
 * @param requestId names the request that wanted it; null if none did
 * @param state where it stands
 * @param total how many accounts it looks at, as far as that was known at its start
 * @param done at how many it has looked
 * @param changed how many of those it has changed
 * @param after the id of the account that it looked at last; null before the first
 * @param created when it was wanted
 * @param ended when it ended; null while it runs
 */
public record Job(
        String tenant,
        String id,
        JobKind kind,
        String provider,
        boolean includeMoved,
        Cause cause,
        String actor,
        @Nullable String requestId,
        JobState state,
        long total,
        long done,
        long changed,
        @Nullable String after,
        Instant created,
        @Nullable Instant ended) {
    /** Checks that all is there. */
    public Job {
        Objects.requireNonNull(tenant);
        Objects.requireNonNull(id);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(provider);
        Objects.requireNonNull(cause);
        Objects.requireNonNull(actor);
        Objects.requireNonNull(state);
        Objects.requireNonNull(created);
    }

    /** The same with more accounts looked at. */
    public Job advanced(long moreDone, long moreChanged, @Nullable String newAfter) {
        return new Job(
                tenant,
                id,
                kind,
                provider,
                includeMoved,
                cause,
                actor,
                requestId,
                state,
                total,
                done + moreDone,
                changed + moreChanged,
                newAfter,
                created,
                ended);
    }

    /** The same, ended. */
    public Job ended(JobState how, Instant now) {
        return new Job(
                tenant,
                id,
                kind,
                provider,
                includeMoved,
                cause,
                actor,
                requestId,
                how,
                total,
                done,
                changed,
                after,
                created,
                now);
    }
}
