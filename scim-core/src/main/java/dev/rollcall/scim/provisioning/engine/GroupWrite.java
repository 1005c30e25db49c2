package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.patch.ChangeSet;
import dev.rollcall.scim.provisioning.log.AttributeChange;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import dev.rollcall.scim.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a write of a Group resource means for the accounts of its members. */
record GroupWrite(Work work, @Nullable String provider) {
    /** Ids that an entry of the log names at most. */
    private static final int NAMED = 100;

    void created(Resource group, ChangeSet changes) {
        done(SyncLogEvent.GROUP_CREATED, group, List.of(), "Made");
        members(group, changes);
        work.ledger().groupEvent(group.id(), name(group));
    }

    void updated(Resource group, ChangeSet changes) {
        if (!changes.changes().isEmpty()) {
            done(SyncLogEvent.GROUP_UPDATED, group, AttributeTexts.of(changes, group.type()), "Attributes changed");
        }
        members(group, changes);
        work.ledger().groupEvent(group.id(), name(group));
    }

    /** Members that name nobody whom the provider has; one entry, however many they are. */
    void skipped(Resource group, List<String> unknown) {
        String more = unknown.size() > NAMED ? " and " + (unknown.size() - NAMED) + " more" : "";
        work.ledger()
                .warning(
                        group.id(),
                        name(group),
                        "Members that name no user or group of the provider were skipped: "
                                + String.join(", ", unknown.subList(0, Math.min(NAMED, unknown.size()))) + more);
    }

    private void members(Resource group, ChangeSet changes) {
        if (changes.joined().isEmpty() && changes.left().isEmpty()) {
            return;
        }
        List<AttributeChange> ids = new ArrayList<>();
        changes.joined().stream().limit(NAMED).forEach(id -> ids.add(new AttributeChange("members", null, id)));
        changes.left().stream().limit(NAMED).forEach(id -> ids.add(new AttributeChange("members", id, null)));
        done(
                SyncLogEvent.MEMBERS_CHANGED,
                group,
                ids,
                changes.joined().size() + " joined, " + changes.left().size() + " left");
        if (provider != null && Touched.matters(work, provider)) {
            Touched touched = new Touched(work, provider);
            touched.add(changes.joined());
            touched.add(changes.left());
            touched.evaluate();
        }
    }

    /** Collects who is in a group that is about to go; to be evaluated once it is gone. */
    @Nullable
    Touched beforeDelete(Resource group) {
        if (provider == null || !Touched.matters(work, provider)) {
            return null;
        }
        Touched touched = new Touched(work, provider);
        touched.addMembersOf(group);
        return touched;
    }

    void deleted(Resource group, @Nullable Touched touched) {
        boolean mapped =
                provider != null && work.rules(provider).mapping().groups().contains(group.id());
        done(
                SyncLogEvent.GROUP_DELETED,
                group,
                List.of(),
                mapped ? "Deleted; the rules for it are stale and skipped from now on" : "Deleted");
        if (mapped) {
            Tenant tenant = work.state().tenants().lock(work.act().tenant()).orElseThrow();
            work.revise(tenant);
        }
        if (touched != null) {
            touched.evaluate();
        }
        work.ledger().groupEvent(group.id(), name(group));
    }

    private void done(SyncLogEvent event, Resource group, List<AttributeChange> changes, String message) {
        work.ledger().done(event, group.id(), name(group), changes, message, null);
    }

    private static String name(Resource group) {
        return group.text("displayName").orElse(group.id());
    }
}
