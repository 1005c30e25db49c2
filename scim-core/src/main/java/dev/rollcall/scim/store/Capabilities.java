package dev.rollcall.scim.store;

/**
 * What a store can do beyond keeping resources. A store MUST declare what it can do, and the same at all times.
 *
 * @param transactions whether {@link Store#write} undoes everything when the work throws
 * @param locks whether {@link ResourceStore#lock} really holds a resource, so that no writer ever has to try again
 * @param memberships whether every {@link UnitOfWork} has a {@link MembershipStore}
 * @param durable whether what was committed survives the end of the process. What a durable store has committed MUST be
 *     there after the process has ended.
 */
public record Capabilities(boolean transactions, boolean locks, boolean memberships, boolean durable) {}
