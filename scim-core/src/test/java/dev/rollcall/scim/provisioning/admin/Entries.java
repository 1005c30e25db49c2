package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.provisioning.log.AttributeChange;
import dev.rollcall.scim.provisioning.log.Cause;
import dev.rollcall.scim.provisioning.log.Result;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import java.time.Instant;
import java.util.List;

/** Entries of a sync log for tests. */
final class Entries {
    static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private Entries() {}

    static SyncLogEntry entry(int number, String subject, String name, String message, AttributeChange... changes) {
        return entry(
                number,
                START.plusSeconds(number),
                SyncLogEvent.USER_UPDATED,
                Result.DONE,
                subject,
                name,
                message,
                changes);
    }

    static SyncLogEntry entry(
            int number,
            Instant time,
            SyncLogEvent event,
            Result result,
            String subject,
            String name,
            String message,
            AttributeChange... changes) {
        return new SyncLogEntry(
                "acme",
                "%08d".formatted(number),
                time,
                "okta",
                "rck-okta",
                "request-" + number,
                event,
                subject,
                name,
                List.of(changes),
                Cause.REQUEST,
                result,
                message,
                null);
    }
}
