package dev.rollcall.scim.provisioning.store.internal;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Restriction;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.protocol.Options;

/** How requests of a provider are read. */
public final class OptionsDocument {
    private OptionsDocument() {}

    static void write(DocumentWriter to, Options options) {
        to.choices("quirks", options.tolerance().quirks())
                .choices("restrictions", options.tolerance().restrictions())
                .flag("strictMemberReferences", options.strictMemberReferences())
                .flag("uniqueGroupDisplayName", options.uniqueGroupDisplayName())
                .texts("sensitiveInUrls", options.sensitiveInUrls());
    }

    static Options read(DocumentReader from) {
        Tolerance tolerance = Tolerance.STRICT;
        for (Quirk quirk : from.choices("quirks", Quirk.class)) {
            tolerance = tolerance.with(quirk);
        }
        for (Restriction restriction : from.choices("restrictions", Restriction.class)) {
            tolerance = tolerance.with(restriction);
        }
        return new Options(
                tolerance,
                from.flag("strictMemberReferences"),
                from.flag("uniqueGroupDisplayName"),
                from.texts("sensitiveInUrls"));
    }
}
