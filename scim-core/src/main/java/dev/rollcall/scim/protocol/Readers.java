package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.ResourceCodec;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.codec.internal.BoundedInput;
import dev.rollcall.scim.patch.PatchReader;

/** What reads bodies: made once a server, since JSON readers learn the names that they see. */
record Readers(ResourceCodec resources, PatchReader patches, BoundedInput input, BoundedInput bulk) {
    static Readers of(Settings settings) {
        return new Readers(
                new ResourceCodec(settings.registry(), Tolerance.STRICT, settings.limits()),
                new PatchReader(settings.limits()),
                new BoundedInput(settings.limits()),
                BulkRequest.input(settings.limits(), settings.bulk()));
    }
}
