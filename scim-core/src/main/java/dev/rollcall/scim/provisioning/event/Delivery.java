package dev.rollcall.scim.provisioning.event;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to the host. Immutable and thread-safe.
 *
 * @param event the event
 * @param attempts how often it was tried and failed
 * @param next before when it is not tried again
 * @param parked whether it has failed too often, and waits for somebody to say what becomes of it
 * @param problem what it failed with last; null if it has not
 */
public record Delivery(
        ProvisioningEvent event,
        int attempts,
        Instant next,
        boolean parked,
        @Nullable String problem) {
    /** Checks that all is there. */
    public Delivery {
        Objects.requireNonNull(event);
        Objects.requireNonNull(next);
    }

    /** One that was not tried yet. */
    public static Delivery of(ProvisioningEvent event) {
        return new Delivery(event, 0, event.time(), false, null);
    }

    /** The same after another failure. */
    public Delivery failed(Instant again, boolean nowParked, String why) {
        return new Delivery(event, attempts + 1, again, nowParked, why);
    }
}
