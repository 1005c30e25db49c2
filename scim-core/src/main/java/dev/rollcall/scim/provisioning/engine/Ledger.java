package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.provisioning.Provisioning;
import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.event.EventType;
import dev.rollcall.scim.provisioning.event.ProvisioningEvent;
import dev.rollcall.scim.provisioning.log.AttributeChange;
import dev.rollcall.scim.provisioning.log.Result;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.store.ProvisioningUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects what one act has to say, to the sync log and to the host, and writes it at once at the end: in the unit of work of
 * the act, so that both are told of what was committed and of nothing else. Not thread-safe.
 */
public final class Ledger {
    private final Provisioning parts;
    private final Act act;
    private final Instant now;
    private final List<SyncLogEntry> entries = new ArrayList<>();
    private final List<ProvisioningEvent> events = new ArrayList<>();

    /** An empty ledger. */
    public Ledger(Provisioning parts, Act act, Instant now) {
        this.parts = parts;
        this.act = act;
        this.now = now;
    }

    /** Something that was done. */
    void done(
            SyncLogEvent event,
            @Nullable String subject,
            @Nullable String subjectName,
            List<AttributeChange> changes,
            String message,
            @Nullable String explanation) {
        add(event, subject, subjectName, changes, Result.DONE, message, explanation);
    }

    /** Something that was passed over. */
    void warning(@Nullable String subject, @Nullable String subjectName, String message) {
        add(SyncLogEvent.WARNING, subject, subjectName, List.of(), Result.SKIPPED, message, null);
    }

    /** Something that was not done. */
    public void notDone(
            SyncLogEvent event, Result result, @Nullable String subject, @Nullable String name, String why) {
        add(event, subject, name, List.of(), result, why, null);
    }

    private void add(
            SyncLogEvent event,
            @Nullable String subject,
            @Nullable String subjectName,
            List<AttributeChange> changes,
            Result result,
            String message,
            @Nullable String explanation) {
        entries.add(new SyncLogEntry(
                act.tenant(),
                parts.ids().get(),
                now,
                act.provider(),
                act.actor(),
                act.requestId(),
                event,
                subject,
                subjectName,
                changes,
                act.cause(),
                result,
                message,
                explanation));
    }

    /** Tells the host of an account. */
    void event(EventType type, Account account) {
        events.add(new ProvisioningEvent(
                act.tenant(),
                parts.ids().get(),
                now,
                type,
                account.id(),
                account.userName(),
                account,
                act.cause(),
                act.requestId()));
    }

    /** Tells the host of a group. */
    void groupEvent(String group, String name) {
        events.add(new ProvisioningEvent(
                act.tenant(),
                parts.ids().get(),
                now,
                EventType.GROUP_CHANGED,
                group,
                name,
                null,
                act.cause(),
                act.requestId()));
    }

    /** Writes it all; nothing is left for another time. */
    public void write(ProvisioningUnit unit) {
        if (!entries.isEmpty()) {
            unit.log().append(entries);
        }
        if (!events.isEmpty() && !parts.listeners().isEmpty()) {
            unit.outbox().append(events);
        }
        entries.clear();
        events.clear();
    }
}
