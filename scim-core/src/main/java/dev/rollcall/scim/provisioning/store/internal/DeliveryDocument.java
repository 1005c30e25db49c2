package dev.rollcall.scim.provisioning.store.internal;

import dev.rollcall.scim.provisioning.event.Delivery;
import dev.rollcall.scim.provisioning.event.EventType;
import dev.rollcall.scim.provisioning.event.ProvisioningEvent;
import dev.rollcall.scim.provisioning.log.Cause;

/** An event on its way. */
public final class DeliveryDocument {
    private DeliveryDocument() {}

    /** Its members. */
    public static void write(DocumentWriter to, Delivery delivery) {
        to.object("event", inner -> event(inner, delivery.event()))
                .number("attempts", delivery.attempts())
                .time("next", delivery.next())
                .flag("parked", delivery.parked())
                .text("problem", delivery.problem());
    }

    private static void event(DocumentWriter to, ProvisioningEvent event) {
        to.text("tenant", event.tenant())
                .text("id", event.id())
                .time("time", event.time())
                .choice("type", event.type())
                .text("subject", event.subject())
                .text("subjectName", event.subjectName());
        if (event.account() != null) {
            to.object("account", inner -> AccountDocument.write(inner, event.account()));
        }
        to.choice("cause", event.cause()).text("requestId", event.requestId());
    }

    /** What {@link #write} wrote. */
    public static Delivery read(DocumentReader from) {
        return new Delivery(
                event(from.object("event")),
                Math.toIntExact(from.number("attempts")),
                from.time("next"),
                from.flag("parked"),
                from.optionalText("problem"));
    }

    private static ProvisioningEvent event(DocumentReader from) {
        return new ProvisioningEvent(
                from.text("tenant"),
                from.text("id"),
                from.time("time"),
                from.choice("type", EventType.class),
                from.text("subject"),
                from.text("subjectName"),
                from.optionalObject("account").map(AccountDocument::read).orElse(null),
                from.choice("cause", Cause.class),
                from.optionalText("requestId"));
    }
}
