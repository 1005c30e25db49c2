package dev.rollcall.scim.provisioning;

import dev.rollcall.scim.provisioning.mapping.Organization;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Organizations that the host application keeps itself, in the place of those that Rollcall keeps. MUST be thread-safe and
 * fast: it is asked within writes.
 */
public interface OrganizationCatalogue {
    /** All organizations of the tenant, the deactivated ones too. */
    List<Organization> organizations(String tenant);

    /** The id of the organization of the tenant for users whom no rule places; one of {@link #organizations}. */
    String defaultOrganization(String tenant);

    /**
     * Makes an organization that a rule asks for, or gives the one that has the name by now. The unit of work that asks can
     * still roll back, and ask again.
     *
     * @param parent the id of the organization above it; null for the top
     */
    Organization create(String tenant, String name, @Nullable String parent);
}
