package dev.rollcall.scim.provisioning.store.internal;

import dev.rollcall.scim.provisioning.hold.LegalHold;

/** A legal hold. */
public final class HoldDocument {
    private HoldDocument() {}

    /** Its members. */
    public static void write(DocumentWriter to, LegalHold hold) {
        to.text("tenant", hold.tenant())
                .text("id", hold.id())
                .text("name", hold.name())
                .time("created", hold.created())
                .time("released", hold.released());
    }

    /** What {@link #write} wrote. */
    public static LegalHold read(DocumentReader from) {
        return new LegalHold(
                from.text("tenant"),
                from.text("id"),
                from.text("name"),
                from.time("created"),
                from.optionalTime("released"));
    }
}
