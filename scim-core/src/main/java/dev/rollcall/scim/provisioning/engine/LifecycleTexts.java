package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.provisioning.event.EventType;
import dev.rollcall.scim.provisioning.lifecycle.BlockReason;
import dev.rollcall.scim.provisioning.lifecycle.Effect;
import dev.rollcall.scim.provisioning.lifecycle.Standing;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import java.util.Optional;
import java.util.stream.Collectors;

/** How what happens to an account is logged and told. */
final class LifecycleTexts {
    private LifecycleTexts() {}

    static SyncLogEvent logged(Effect effect) {
        return switch (effect) {
            case DEACTIVATION_SCHEDULED -> SyncLogEvent.DEACTIVATION_SCHEDULED;
            case DEACTIVATION_CANCELLED -> SyncLogEvent.DEACTIVATION_CANCELLED;
            case BLOCKED -> SyncLogEvent.USER_BLOCKED;
            case UNBLOCKED -> SyncLogEvent.USER_UNBLOCKED;
            case DEACTIVATED -> SyncLogEvent.USER_DEACTIVATED;
            case REACTIVATED -> SyncLogEvent.USER_REACTIVATED;
            case DELETED -> SyncLogEvent.USER_DELETED;
        };
    }

    /** What the host hears; nothing of what does not touch access. */
    static Optional<EventType> told(Effect effect) {
        return switch (effect) {
            case DEACTIVATION_SCHEDULED, DEACTIVATION_CANCELLED -> Optional.empty();
            case BLOCKED -> Optional.of(EventType.ACCOUNT_BLOCKED);
            case UNBLOCKED -> Optional.of(EventType.ACCOUNT_UNBLOCKED);
            case DEACTIVATED -> Optional.of(EventType.ACCOUNT_DEACTIVATED);
            case REACTIVATED -> Optional.of(EventType.ACCOUNT_REACTIVATED);
            case DELETED -> Optional.of(EventType.ACCOUNT_DELETED);
        };
    }

    static String message(Effect effect, Standing after) {
        return switch (effect) {
            case DEACTIVATION_SCHEDULED ->
                "Ends at " + after.due() + (after.resourceGone() ? ", since the provider deleted the user" : "");
            case DEACTIVATION_CANCELLED -> "The pending end will not happen";
            case BLOCKED -> "May not sign in: " + reasons(after);
            case UNBLOCKED ->
                after.blocks().isEmpty() ? "May sign in again" : "Still may not sign in: " + reasons(after);
            case DEACTIVATED -> "Deactivated";
            case REACTIVATED -> "Active again";
            case DELETED -> "Ended for good, since the provider had deleted the user";
        };
    }

    private static String reasons(Standing standing) {
        return standing.blocks().stream().map(BlockReason::name).collect(Collectors.joining(", "));
    }
}
