package dev.rollcall.scim.provisioning.store;

import dev.rollcall.scim.provisioning.mapping.Organization;
import java.util.List;

/** Keeps organizations. Whoever writes holds the tenant, so that nobody makes the same one at the same time. */
public interface OrganizationStore {
    /** Adds an organization. */
    void insert(String tenant, Organization organization);

    /** Writes a new state of an organization that is there. */
    void replace(String tenant, Organization organization);

    /** Removes an organization. */
    void delete(String tenant, String id);

    /** All of a tenant. The organizations of a tenant MUST come in the order of their ids. */
    List<Organization> list(String tenant);
}
