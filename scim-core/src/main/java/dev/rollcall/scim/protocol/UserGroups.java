package dev.rollcall.scim.protocol;

import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.UserView;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Derives {@code groups} of a User, direct and nested (RFC 7643 §4.1.2). */
final class UserGroups implements DerivedAttributes {
    /** The attribute; null if resources of the type have none. */
    static @Nullable Attribute attribute(ResourceType type) {
        return type.isBaseSchema(UserView.SCHEMA) ? type.find("groups") : null;
    }

    @Override
    public boolean derives(ResourceType type, ResolvedPath path) {
        return path.top() == attribute(type);
    }

    @Override
    public List<Resource> derive(Context context, List<Resource> resources) {
        Attribute groups =
                resources.isEmpty() ? null : attribute(resources.get(0).type());
        if (groups == null || !context.projection().shows(groups)) {
            return resources;
        }
        GroupMembers members =
                GroupMembers.of(context.unit(), context.scope(), context.links().registry());
        Map<String, List<GroupClosure.Belonging>> closure =
                GroupClosure.of(members, resources.stream().map(Resource::id).toList());
        return resources.stream()
                .map(user ->
                        user.with(groups, value(groups, closure.getOrDefault(user.id(), List.of()), context.links())))
                .toList();
    }

    private static Value value(Attribute groups, List<GroupClosure.Belonging> belongings, Links links) {
        return new Value.Multi(
                belongings.stream().map(b -> element(groups, b, links)).toList());
    }

    /** A group as an element of the attribute; with its URL if there are links to make it. */
    static Value element(Attribute groups, GroupClosure.Belonging belonging, @Nullable Links links) {
        Complex.Builder element = Complex.builder(groups.subAttributes())
                .set("value", Value.of(belonging.group().id()))
                .set("type", Value.of(belonging.direct() ? "direct" : "indirect"));
        if (belonging.group().display() != null) {
            element.set("display", Value.of(belonging.group().display()));
        }
        if (links != null) {
            links.location(belonging.group().type(), belonging.group().id())
                    .ifPresent(url -> element.set("$ref", new Value.Reference(url)));
        }
        return element.build();
    }
}
