package dev.rollcall.scim.provisioning.store.internal;

import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.lifecycle.AccountState;
import dev.rollcall.scim.provisioning.lifecycle.BlockReason;
import dev.rollcall.scim.provisioning.lifecycle.Standing;
import dev.rollcall.scim.provisioning.mapping.Assignment;
import dev.rollcall.scim.provisioning.mapping.PlacedBy;
import dev.rollcall.scim.provisioning.mapping.Provenance;

/** An account. */
public final class AccountDocument {
    private AccountDocument() {}

    /** Its members. */
    public static void write(DocumentWriter to, Account account) {
        to.text("tenant", account.tenant())
                .text("id", account.id())
                .text("user", account.user())
                .text("userName", account.userName())
                .text("displayName", account.displayName())
                .text("provider", account.provider())
                .object("standing", inner -> standing(inner, account.standing()))
                .object("assignment", inner -> assignment(inner, account.assignment()))
                .time("created", account.created())
                .time("changed", account.changed());
    }

    private static void standing(DocumentWriter to, Standing standing) {
        to.choice("state", standing.state())
                .time("due", standing.due())
                .choices("blocks", standing.blocks())
                .flag("onHold", standing.onHold())
                .flag("resourceGone", standing.resourceGone());
    }

    private static void assignment(DocumentWriter to, Assignment assignment) {
        to.text("organization", assignment.organization())
                .choice("placedBy", assignment.placedBy())
                .choices("roles", assignment.roles());
    }

    /** What {@link #write} wrote. */
    public static Account read(DocumentReader from) {
        return new Account(
                from.text("tenant"),
                from.text("id"),
                from.text("user"),
                from.text("userName"),
                from.optionalText("displayName"),
                from.optionalText("provider"),
                standing(from.object("standing")),
                assignment(from.object("assignment")),
                from.time("created"),
                from.time("changed"));
    }

    private static Standing standing(DocumentReader from) {
        return new Standing(
                from.choice("state", AccountState.class),
                from.optionalTime("due"),
                from.choices("blocks", BlockReason.class),
                from.flag("onHold"),
                from.flag("resourceGone"));
    }

    private static Assignment assignment(DocumentReader from) {
        return new Assignment(
                from.text("organization"),
                from.choice("placedBy", PlacedBy.class),
                from.choicesByText("roles", Provenance.class));
    }
}
