package dev.rollcall.scim.provisioning.tenant;

import java.time.Instant;
import java.util.Objects;

/**
 * A customer of the host application. Everything belongs to one tenant, and nothing crosses from one to another. Immutable
 * and thread-safe.
 *
 * @param id what the host calls it by, 1 to 100 characters
 * @param name what people call it
 * @param settings what is set for it
 * @param defaultOrganization the id of the organization that is there from the start
 * @param created when
 * @param revision goes up whenever rules, organizations or providers of the tenant change, so that what was derived from
 *     them can be told from what they are now
 */
public record Tenant(
        String id, String name, TenantSettings settings, String defaultOrganization, Instant created, long revision) {
    /** The most characters of an id. */
    public static final int LONGEST_ID = 100;

    /** Checks that all is there. */
    public Tenant {
        Objects.requireNonNull(name);
        Objects.requireNonNull(settings);
        Objects.requireNonNull(defaultOrganization);
        Objects.requireNonNull(created);
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw new IllegalArgumentException(
                    "The id of a tenant has 1 to " + LONGEST_ID + " characters, not \"" + id + "\"");
        }
    }

    /** The same in its next revision. */
    public Tenant revised() {
        return new Tenant(id, name, settings, defaultOrganization, created, revision + 1);
    }

    /** The same with another name. */
    public Tenant withName(String newName) {
        return new Tenant(id, newName, settings, defaultOrganization, created, revision);
    }

    /** The same with other settings. */
    public Tenant withSettings(TenantSettings newSettings) {
        return new Tenant(id, name, newSettings, defaultOrganization, created, revision);
    }
}
