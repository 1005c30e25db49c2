package dev.rollcall.scim.patch;

import dev.rollcall.scim.codec.Limits;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.codec.internal.BoundedInput;
import dev.rollcall.scim.json.JsonBytes;
import dev.rollcall.scim.schema.ResourceType;
import java.io.InputStream;

/** Reads PATCH requests within limits. Immutable and thread-safe; made once, since a new one has everything to warm up. */
public final class PatchReader {
    private final Limits limits;
    private final BoundedInput input;

    /** A reader that keeps the limits. */
    public PatchReader(Limits limits) {
        this.limits = limits;
        this.input = new BoundedInput(limits);
    }

    /**
     * Reads a PatchOp message.
     *
     * @throws dev.rollcall.scim.error.ScimException {@code invalidSyntax}, {@code invalidPath}, {@code invalidFilter},
     *     {@code invalidValue}, {@code noTarget} or {@code mutability}, naming the operation by its index; {@code tooMany}
     *     or 413 beyond the limits
     */
    public Patch read(InputStream body, ResourceType type, Tolerance tolerance) {
        try (JsonBytes in = input.open(body)) {
            return new PatchCompiler(type, tolerance, limits)
                    .compile(PatchMessage.read(in, tolerance, limits.maxOperations()));
        }
    }
}
