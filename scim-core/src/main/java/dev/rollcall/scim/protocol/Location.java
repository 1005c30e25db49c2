package dev.rollcall.scim.protocol;

import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import java.util.List;

/** Derives {@code meta.location} (RFC 7643 §3.1). */
final class Location implements DerivedAttributes {
    @Override
    public boolean derives(ResourceType type, ResolvedPath path) {
        return path.top() == type.meta() && path.leaf().isNamed("location");
    }

    @Override
    public List<Resource> derive(Context context, List<Resource> resources) {
        return resources.stream()
                .map(resource -> resource.withLocation(context.links().location(resource.type(), resource.id())))
                .toList();
    }
}
