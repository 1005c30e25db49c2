package dev.rollcall.scim.provisioning.store;

/**
 * What provisioning keeps, within one unit of work. Belongs to the thread of the unit and ends with it. A unit that only
 * reads MUST refuse to write, with {@link IllegalStateException}. Methods MUST NOT return null. What is kept MUST come back equal to what was written. A new state of
 * what is gone MUST write nothing. What is kept of one tenant MUST NOT be seen of another. A lost race is a {@link
 * dev.rollcall.scim.store.ConflictException}, after which all of the unit is tried again.
 */
public interface ProvisioningUnit {
    /** The tenants. */
    TenantStore tenants();

    /** The providers. */
    ProviderStore providers();

    /** What providers log in with. */
    CredentialStore credentials();

    /** The organizations. */
    OrganizationStore organizations();

    /** The accounts. */
    AccountStore accounts();

    /** The legal holds. */
    HoldStore holds();

    /** The sync log. */
    SyncLogStore log();

    /** The events that are on their way to the host. */
    OutboxStore outbox();

    /** The work in the background. */
    JobStore jobs();
}
