package dev.rollcall.scim.provisioning.store.internal;

import dev.rollcall.scim.provisioning.provider.Provider;

/** A provider. */
public final class ProviderDocument {
    private ProviderDocument() {}

    /** Its members. */
    public static void write(DocumentWriter to, Provider provider) {
        to.text("tenant", provider.tenant())
                .text("id", provider.id())
                .object("settings", inner -> ProviderSettingsDocument.write(inner, provider.settings()))
                .object("mapping", inner -> MappingDocument.write(inner, provider.mapping()))
                .flag("enabled", provider.enabled())
                .time("created", provider.created());
    }

    /** What {@link #write} wrote. */
    public static Provider read(DocumentReader from) {
        return new Provider(
                from.text("tenant"),
                from.text("id"),
                ProviderSettingsDocument.read(from.object("settings")),
                MappingDocument.read(from.object("mapping")),
                from.flag("enabled"),
                from.time("created"));
    }
}
