package dev.rollcall.scim.provisioning.store.internal;

import dev.rollcall.scim.provisioning.mapping.Organization;

/** An organization. */
public final class OrganizationDocument {
    private OrganizationDocument() {}

    /** Its members. */
    public static void write(DocumentWriter to, Organization organization) {
        to.text("id", organization.id())
                .text("name", organization.name())
                .text("parent", organization.parent())
                .texts("defaultRoles", organization.defaultRoles())
                .flag("active", organization.active());
    }

    /** What {@link #write} wrote. */
    public static Organization read(DocumentReader from) {
        return new Organization(
                from.text("id"),
                from.text("name"),
                from.optionalText("parent"),
                from.texts("defaultRoles"),
                from.flag("active"));
    }
}
