package dev.rollcall.scim.protocol;

import dev.rollcall.scim.resource.Resource;
import java.util.List;

/** Derives {@code meta.location} (RFC 7643 §3.1). */
final class Location implements DerivedAttributes {
    @Override
    public List<Resource> derive(Context context, List<Resource> resources) {
        return resources.stream()
                .map(resource -> resource.withLocation(context.links().location(resource.type(), resource.id())))
                .toList();
    }
}
