package dev.rollcall.scim.provisioning.mapping;

import org.jspecify.annotations.Nullable;

/** An organization that rules chose. Immutable and thread-safe. */
public sealed interface Destination {
    /** One that is there. */
    record Existing(Organization organization) implements Destination {}

    /**
     * One that has yet to be made.
     *
     * @param parent the id of the organization above it; null for the top
     */
    record New(OrganizationName name, @Nullable String parent) implements Destination {}
}
