package dev.rollcall.scim.provisioning.store.internal;

import dev.rollcall.scim.provisioning.tenant.SyncReportSchedule;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import dev.rollcall.scim.provisioning.tenant.TenantSettings;

/** A tenant. */
public final class TenantDocument {
    private TenantDocument() {}

    /** Its members. */
    public static void write(DocumentWriter to, Tenant tenant) {
        to.text("id", tenant.id())
                .text("name", tenant.name())
                .object(
                        "settings",
                        inner -> inner.length("logRetention", tenant.settings().logRetention())
                                .choice("syncReport", tenant.settings().syncReport()))
                .text("defaultOrganization", tenant.defaultOrganization())
                .time("created", tenant.created())
                .number("revision", tenant.revision());
    }

    /** What {@link #write} wrote. */
    public static Tenant read(DocumentReader from) {
        DocumentReader settings = from.object("settings");
        return new Tenant(
                from.text("id"),
                from.text("name"),
                new TenantSettings(
                        settings.length("logRetention"), settings.choice("syncReport", SyncReportSchedule.class)),
                from.text("defaultOrganization"),
                from.time("created"),
                from.number("revision"));
    }
}
