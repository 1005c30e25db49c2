package dev.rollcall.scim.provisioning.store;

import dev.rollcall.scim.provisioning.event.Delivery;
import dev.rollcall.scim.provisioning.event.ProvisioningEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events until the host has taken them. Events of one subject are appended while the subject is held.
 * Events of one subject MUST be given in the order in which they were appended.
 */
public interface OutboxStore {
    /** Adds events. */
    void append(List<ProvisioningEvent> events);

    /**
     * Events of all tenants to be told now, each the first of its subject, and leased. An event MUST NOT be given again
     * before its lease is over. An event MUST NOT be given while an earlier one of its subject is there, parked ones included.
     *
     * @param now the time; those whose {@code next} is after it wait, and leases that end by then are over
     * @param leasedUntil when the lease ends, in case this node does not live to say how it went
     */
    List<Delivery> claim(Instant now, Instant leasedUntil, int limit);

    /** Removes an event that the host has taken. */
    void delivered(Delivery delivery);

    /**
     * Keeps what became of an event that the host has not taken, and ends the lease. An event that was delivered meanwhile
     * MUST NOT come back.
     */
    void failed(Delivery delivery);

    /**
     * The events of a tenant that are parked. A page of parked events MUST hold those behind the id, in the order of ids, up to
     * its limit.
     */
    List<Delivery> parked(String tenant, @Nullable String after, int limit);

    /** How many events of a tenant are on their way, parked ones included. */
    long count(String tenant);
}
