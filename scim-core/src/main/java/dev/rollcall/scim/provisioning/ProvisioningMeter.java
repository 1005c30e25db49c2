package dev.rollcall.scim.provisioning;

import dev.rollcall.scim.provisioning.event.Delivery;
import dev.rollcall.scim.provisioning.event.ProvisioningEvent;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import java.time.Duration;

/**
 * Hears of everything that provisioning does, to count and measure it. A host bridges it to the metrics library that it has,
 * and takes the few-valued parts for labels: event, result, cause, type; what else there is names people. Implementations
 * MUST be thread-safe and fast. What one throws is told to the {@link FailureListener}, and changes nothing for anybody.
 *
 * <p>How many events wait is to be asked for: {@code rollcall.events().waiting(tenant)}. Requests, those without valid
 * credentials too, are counted by the listener of requests of the HTTP adapter.
 */
public interface ProvisioningMeter {
    /** Measures nothing. */
    ProvisioningMeter NONE = new ProvisioningMeter() {};

    /**
     * An entry of the sync log was committed, or, where a unit of work is within a transaction of the host's own, was left to
     * that. Told on the thread of the unit, perhaps before its locks are gone: nothing may be asked of Rollcall here.
     */
    default void logged(SyncLogEntry entry) {}

    /**
     * All listeners have taken an event.
     *
     * @param took how long they took, and nothing else
     * @param age how long ago it happened
     */
    default void delivered(ProvisioningEvent event, Duration took, Duration age) {}

    /** A listener has not taken an event: it is tried again, or parked. */
    default void notDelivered(Delivery delivery) {}

    /**
     * A part of the work in the background was done.
     *
     * @param work what it was, such as {@code due accounts}, {@code jobs} or {@code events}
     * @param done how much, 1 at least
     */
    default void worked(String work, int done, Duration took) {}

    /** Something in the background failed; it is tried again. */
    default void failed(String work, Throwable failure) {}
}
