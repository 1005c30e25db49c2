package dev.rollcall.scim.provisioning.event;

/**
 * The host application, which hears of what happened: after the commit, at least once, for each account and each group in
 * order. Called on a thread of the server, for several subjects at once if there are several nodes. MUST be thread-safe,
 * and MUST take an event that it has seen before (the id says which) as done.
 */
@FunctionalInterface
public interface EventListener {
    /**
     * Takes an event. When this returns, the event is done with and never told again.
     *
     * @throws RuntimeException if the event could not be taken: it is told again later, and those behind it for the same
     *     subject wait
     */
    void on(ProvisioningEvent event);
}
