package dev.rollcall.scim.patch;

import dev.rollcall.scim.codec.Limits;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import java.io.InputStream;
import java.util.List;

/**
 * A PATCH request, read and checked as far as that goes without the resource (RFC 7644 §3.5.2). Immutable and
 * thread-safe; the same patch can be applied again after a lost race.
 */
public final class Patch {
    private final ResourceType type;
    private final List<PatchOperation> steps;
    private final List<Expectation> expectations;
    private final Limits limits;

    Patch(ResourceType type, List<PatchOperation> steps, List<Expectation> expectations, Limits limits) {
        this.limits = limits;
        this.type = type;
        this.steps = List.copyOf(steps);
        this.expectations = List.copyOf(expectations);
    }

    /**
     * Reads a PatchOp message; for many, keep a {@link PatchReader}.
     *
     * @throws ScimException as {@link PatchReader#read}
     */
    public static Patch parse(InputStream body, ResourceType type, Tolerance tolerance, Limits limits) {
        return new PatchReader(limits).read(body, type, tolerance);
    }

    /** The attributes that the patch is about, each with the extension that it belongs to before it. */
    public List<List<Attribute>> written() {
        return steps.stream().map(step -> step.target().place()).distinct().toList();
    }

    /** The type of resource that the patch is for. */
    public ResourceType type() {
        return type;
    }

    /**
     * Applies all operations in their order, each on the result of the one before. The resource itself is immutable, so
     * a failure leaves nothing half done.
     *
     * @param members the present members, if the resource is a group
     * @return the resource afterwards and the change of its members; validity as a whole, such as required attributes,
     *     is for the caller to check
     * @throws ScimException {@code noTarget}, {@code mutability} or {@code invalidValue}, naming the operation;
     *     {@code tooMany} if an attribute gets too many values, or the operations look through too many
     */
    public PatchResult apply(Resource resource, MemberSource members) {
        return apply(resource, members, new Work());
    }

    PatchResult apply(Resource resource, MemberSource members, Work work) {
        if (resource.type() != type) {
            throw new IllegalArgumentException("A patch for " + type + " on a " + resource.type());
        }
        expectations.forEach(expectation -> expectation.check(resource));
        MembersFold fold = new MembersFold(members, work);
        PatchEngine engine = new PatchEngine(Membership.attribute(type), fold, work, limits.maxValues());
        Resource patched = resource.mapAttributes(attributes -> {
            Complex state = attributes;
            for (PatchOperation step : steps) {
                try {
                    state = engine.apply(state, step);
                } catch (ScimException e) {
                    throw e.within(step.place());
                }
            }
            return engine.finish(state);
        });
        return new PatchResult(patched, fold.delta());
    }
}
