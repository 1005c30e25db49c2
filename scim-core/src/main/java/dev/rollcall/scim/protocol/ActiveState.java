package dev.rollcall.scim.protocol;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.UserView;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * {@code active} of a User is what the provider last said: true if it said nothing at creation, and unchanged if it says
 * nothing later, so that nobody loses access by an omission.
 */
final class ActiveState {
    private ActiveState() {}

    private static @Nullable Attribute attribute(Resource resource) {
        return resource.type().isBaseSchema(UserView.SCHEMA) ? resource.type().find("active") : null;
    }

    static Resource whenCreated(Resource resource) {
        Attribute active = attribute(resource);
        return active == null || resource.get(active) != null ? resource : resource.with(active, Value.of(true));
    }

    static Resource whenChanged(Resource before, Resource after) {
        Attribute active = attribute(after);
        return active == null || after.get(active) != null ? after : after.with(active, before.get(active));
    }
}
