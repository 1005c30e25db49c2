package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.Projection;
import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.List;

/**
 * Fills attributes that are not stored but follow from something else when a resource is read. They are outside of
 * {@code meta.version}. Implementations MUST be thread-safe.
 */
@FunctionalInterface
public interface DerivedAttributes {
    /**
     * What a derivation can use.
     *
     * @param unit the unit of work of the request
     * @param scope what the caller may see
     * @param links the URLs of resources
     * @param projection what will be shown: nothing else needs to be derived
     */
    record Context(UnitOfWork unit, Scope scope, Links links, Projection projection) {}

    /**
     * Whether values at the path come from here. A store does not have them, so a request to sort by the path is refused
     * instead of answered with another order (RFC 7644 §3.4.2.3); by default nothing is refused.
     */
    default boolean derives(ResourceType type, ResolvedPath path) {
        return false;
    }

    /** The resources of one type, in their order, with what is derived; all at once, so that one query can serve all. */
    List<Resource> derive(Context context, List<Resource> resources);
}
