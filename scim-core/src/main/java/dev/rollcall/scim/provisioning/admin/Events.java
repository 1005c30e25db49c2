package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.provisioning.Provisioning;
import dev.rollcall.scim.provisioning.event.Delivery;
import java.util.stream.Stream;

/** The events that are on their way to the listeners. Immutable and thread-safe. */
public final class Events {
    private final Provisioning parts;

    /** Made by {@code Rollcall}. */
    public Events(Provisioning parts) {
        this.parts = parts;
    }

    /**
     * The events of a tenant that listeners have failed to take too often, with what they failed at last; each holds back the
     * later ones of its subject. In the order of their ids, read as they are asked for.
     */
    public Stream<Delivery> parked(String tenant) {
        return Pages.stream(
                (after, limit) -> parts.read(state -> state.outbox().parked(tenant, after, limit)),
                delivery -> delivery.event().id());
    }

    /** How many events of a tenant the listeners have not taken yet, parked ones included. */
    public long waiting(String tenant) {
        return parts.read(state -> state.outbox().count(tenant));
    }
}
