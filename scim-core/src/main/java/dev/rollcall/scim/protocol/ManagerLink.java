package dev.rollcall.scim.protocol;

import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.UserView;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Derives {@code $ref} and {@code displayName} of the enterprise extension's manager (RFC 7643 §4.3). */
final class ManagerLink implements DerivedAttributes {
    @Override
    public boolean derives(ResourceType type, ResolvedPath path) {
        return path.top().isNamed(UserView.ENTERPRISE_SCHEMA)
                && path.steps().size() == 3
                && path.steps().get(1).isNamed("manager")
                && !path.leaf().isNamed("value");
    }

    @Override
    public List<Resource> derive(Context context, List<Resource> resources) {
        Map<String, Optional<Resource>> known = new HashMap<>();
        return resources.stream().map(r -> derive(context, r, known)).toList();
    }

    private static Resource derive(Context context, Resource user, Map<String, Optional<Resource>> known) {
        ResourceType type = user.type();
        Attribute extension = type.find(UserView.ENTERPRISE_SCHEMA);
        if (extension == null
                || !context.projection().shows(extension)
                || !(user.get(extension) instanceof Complex enterprise)
                || !(enterprise.get("manager") instanceof Complex manager)
                || !(manager.get("value") instanceof Value.Text id)) {
            return user;
        }
        Optional<Resource> found = known.computeIfAbsent(
                id.value(), key -> context.unit().resources().find(context.scope(), type, key));
        if (found.isEmpty()) {
            // A manager who is not known here, or not yet: a link would lead nowhere.
            return user;
        }
        Complex linked = manager.toBuilder()
                .set("$ref", new Value.Reference(context.links().location(type, id.value())))
                .set("displayName", display(found.get()))
                .build();
        return user.with(extension, enterprise.with(extension.subAttributes().get("manager"), linked));
    }

    private static @Nullable Value display(Resource manager) {
        return manager.text("displayName").map(Value::of).orElse(null);
    }
}
