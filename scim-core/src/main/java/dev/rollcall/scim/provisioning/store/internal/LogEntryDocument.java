package dev.rollcall.scim.provisioning.store.internal;

import dev.rollcall.scim.provisioning.log.AttributeChange;
import dev.rollcall.scim.provisioning.log.Cause;
import dev.rollcall.scim.provisioning.log.Result;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;

/** An entry of the sync log. */
public final class LogEntryDocument {
    private LogEntryDocument() {}

    /** Its members. */
    public static void write(DocumentWriter to, SyncLogEntry entry) {
        to.text("tenant", entry.tenant())
                .text("id", entry.id())
                .time("time", entry.time())
                .text("provider", entry.provider())
                .text("actor", entry.actor())
                .text("requestId", entry.requestId())
                .choice("event", entry.event())
                .text("subject", entry.subject())
                .text("subjectName", entry.subjectName())
                .objects("changes", entry.changes(), LogEntryDocument::change)
                .choice("cause", entry.cause())
                .choice("result", entry.result())
                .text("message", entry.message())
                .text("explanation", entry.explanation());
    }

    private static void change(DocumentWriter to, AttributeChange change) {
        to.text("attribute", change.attribute()).text("before", change.before()).text("after", change.after());
    }

    /** What {@link #write} wrote. */
    public static SyncLogEntry read(DocumentReader from) {
        return new SyncLogEntry(
                from.text("tenant"),
                from.text("id"),
                from.time("time"),
                from.optionalText("provider"),
                from.text("actor"),
                from.optionalText("requestId"),
                from.choice("event", SyncLogEvent.class),
                from.optionalText("subject"),
                from.optionalText("subjectName"),
                from.objects(
                        "changes",
                        change -> new AttributeChange(
                                change.text("attribute"), change.optionalText("before"), change.optionalText("after"))),
                from.choice("cause", Cause.class),
                from.choice("result", Result.class),
                from.text("message"),
                from.optionalText("explanation"));
    }
}
