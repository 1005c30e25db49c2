package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.UserView;
import org.jspecify.annotations.Nullable;

/** What an account takes from a User resource. */
final class Users {
    private Users() {}

    static boolean isUser(Resource resource) {
        return resource.type().isBaseSchema(UserView.SCHEMA);
    }

    static String name(Resource user) {
        return user.text("userName").orElse(user.id());
    }

    static @Nullable String displayName(Resource user) {
        return user.text("displayName").or(() -> user.text("name.formatted")).orElse(null);
    }

    static boolean active(Resource user) {
        return new UserView(user).active();
    }
}
