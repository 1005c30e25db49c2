package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.ResourceCodec;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.codec.internal.BoundedInput;
import dev.rollcall.scim.patch.PatchReader;

/**
 * What is made once a server: what reads bodies, since JSON readers learn the names that they see, and what remembers
 * where pages ended.
 */
record Readers(ResourceCodec resources, PatchReader patches, BoundedInput input, BoundedInput bulk, PageEnds pageEnds) {
    static Readers of(Settings settings) {
        return new Readers(
                new ResourceCodec(settings.registry(), Tolerance.STRICT, settings.limits()),
                new PatchReader(settings.limits()),
                new BoundedInput(settings.limits()),
                BulkRequest.input(settings.limits(), settings.bulk()),
                new PageEnds(settings.clock()));
    }
}
