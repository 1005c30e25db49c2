package dev.rollcall.scim.provisioning.event;

import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.log.Cause;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an account or a group, told after it was committed. Immutable and thread-safe.
 *
 * @param tenant whose it is
 * @param id by which one that is told again can be known
 * @param time when
 * @param type what happened
 * @param subject the id of the account or of the group; events of one subject come in their order
 * @param subjectName what the subject was called then
 * @param account the account as it was right after; null for a group
 * @param cause why it happened
 * @param requestId names the request; null if there was none
 */
public record ProvisioningEvent(
        String tenant,
        String id,
        Instant time,
        EventType type,
        String subject,
        String subjectName,
        @Nullable Account account,
        Cause cause,
        @Nullable String requestId) {
    /** Checks that all is there. */
    public ProvisioningEvent {
        Objects.requireNonNull(tenant);
        Objects.requireNonNull(id);
        Objects.requireNonNull(time);
        Objects.requireNonNull(type);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(subjectName);
        Objects.requireNonNull(cause);
        if ((account == null) != (type == EventType.GROUP_CHANGED)) {
            throw new IllegalArgumentException("An event of an account has the account, one of a group has none");
        }
    }
}
