package dev.rollcall.scim.provisioning.store.internal;

import dev.rollcall.scim.provisioning.provider.ManagerLookup;
import dev.rollcall.scim.provisioning.provider.ProviderSettings;
import dev.rollcall.scim.provisioning.provider.RequestRate;

/** What is set for a provider. */
public final class ProviderSettingsDocument {
    private ProviderSettingsDocument() {}

    static void write(DocumentWriter to, ProviderSettings settings) {
        to.text("displayName", settings.displayName())
                .length("deactivationDelay", settings.deactivationDelay())
                .flag("blockWhilePending", settings.blockWhilePending())
                .flag("createInactive", settings.createInactive())
                .flag("strictCountry", settings.strictCountry())
                .flag("strictUserName", settings.strictUserName())
                .choice("managerLookup", settings.managerLookup())
                .object(
                        "requestRate",
                        inner -> inner.number(
                                        "perSecond", settings.requestRate().perSecond())
                                .number("burst", settings.requestRate().burst()))
                .object("protocol", inner -> OptionsDocument.write(inner, settings.protocol()));
    }

    static ProviderSettings read(DocumentReader from) {
        DocumentReader rate = from.object("requestRate");
        return new ProviderSettings(
                from.text("displayName"),
                from.length("deactivationDelay"),
                from.flag("blockWhilePending"),
                from.flag("createInactive"),
                from.flag("strictCountry"),
                from.flag("strictUserName"),
                from.choice("managerLookup", ManagerLookup.class),
                new RequestRate(Math.toIntExact(rate.number("perSecond")), Math.toIntExact(rate.number("burst"))),
                OptionsDocument.read(from.object("protocol")));
    }
}
