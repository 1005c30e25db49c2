package dev.rollcall.scim.protocol;

import dev.rollcall.scim.patch.Membership;
import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Derives {@code $ref} beside a {@code value} that is the id of a resource, and a read-only display name with it: of the
 * enterprise extension's manager (RFC 7643 §4.3), and wherever else a schema has the two.
 */
final class ResourceLinks implements DerivedAttributes {
    private static final List<String> NAMES = List.of("displayName", "display");

    private record Key(ResourceType type, String id) {}

    /** Looks up what the links of one answer lead to: all that they name is collected first, and read at once. */
    private static final class Finder {
        private final Context context;
        private final Set<Key> wanted = new LinkedHashSet<>();
        private final Map<Key, Resource> found = new HashMap<>();

        Finder(Context context) {
            this.context = context;
        }

        /** The resource, or nothing as long as {@link #load} has not been called. */
        Optional<Resource> find(Attribute link, String id) {
            for (String name : link.referenceTypes()) {
                ResourceType type = context.links().registry().findResourceType(name);
                if (type != null) {
                    Key key = new Key(type, id);
                    wanted.add(key);
                    if (found.containsKey(key)) {
                        return Optional.of(found.get(key));
                    }
                }
            }
            return Optional.empty();
        }

        void load() {
            Map<ResourceType, List<String>> byType = wanted.stream()
                    .collect(Collectors.groupingBy(Key::type, Collectors.mapping(Key::id, Collectors.toList())));
            byType.forEach((type, ids) -> context.unit()
                    .resources()
                    .findAll(context.scope(), type, ids)
                    .forEach((id, resource) -> found.put(new Key(type, id), resource)));
        }
    }

    @Override
    public boolean derives(ResourceType type, ResolvedPath path) {
        int depth = path.steps().size();
        Attribute object = depth < 2 ? null : path.steps().get(depth - 2);
        Attribute link = object == null ? null : object.linkToResource();
        return link != null && (path.leaf() == link || isDerivedName(path.leaf()));
    }

    private static boolean isDerivedName(Attribute attribute) {
        return NAMES.contains(attribute.name()) && !attribute.writable();
    }

    @Override
    public List<Resource> derive(Context context, List<Resource> resources) {
        Finder finder = new Finder(context);
        resources.forEach(resource -> derive(finder, resource));
        if (finder.wanted.isEmpty()) {
            return resources;
        }
        finder.load();
        return resources.stream().map(resource -> derive(finder, resource)).toList();
    }

    private static Resource derive(Finder finder, Resource resource) {
        ResourceType type = resource.type();
        // Those of members and groups are made with the members.
        Attribute members = Membership.attribute(type);
        Attribute groups = UserGroups.attribute(type);
        Resource[] result = {resource};
        resource.attributes().forEach((attribute, value) -> {
            if (attribute.complex()
                    && attribute != members
                    && attribute != groups
                    && finder.context.projection().shows(attribute)) {
                Value linked =
                        attribute.extension() ? inExtension(finder, (Complex) value) : linked(finder, attribute, value);
                result[0] = linked == value ? result[0] : result[0].with(attribute, linked);
            }
        });
        return result[0];
    }

    private static Complex inExtension(Finder finder, Complex extension) {
        Complex[] result = {extension};
        extension.forEach((attribute, value) -> {
            if (attribute.complex()) {
                result[0] = result[0].with(attribute, linked(finder, attribute, value));
            }
        });
        return result[0];
    }

    private static Value linked(Finder finder, Attribute attribute, Value value) {
        Attribute link = attribute.linkToResource();
        if (link == null) {
            return value;
        }
        if (value instanceof Value.Multi multi) {
            return new Value.Multi(multi.values().stream()
                    .map(element -> linked(finder, link, (Complex) element))
                    .toList());
        }
        return linked(finder, link, (Complex) value);
    }

    private static Value linked(Finder finder, Attribute link, Complex object) {
        if (!(object.get("value") instanceof Value.Text id)) {
            return object;
        }
        Optional<Resource> found = finder.find(link, id.value());
        if (found.isEmpty()) {
            // What is not known here, or not yet: a link would lead nowhere.
            return object;
        }
        Complex.Builder linked = object.toBuilder()
                .set(
                        link,
                        new Value.Reference(
                                finder.context.links().location(found.get().type(), id.value())));
        for (String name : NAMES) {
            Attribute display = object.shape().find(name);
            if (display != null && isDerivedName(display)) {
                linked.set(display, display(found.get()));
            }
        }
        return linked.build();
    }

    private static @Nullable Value display(Resource target) {
        return target.text("displayName").map(Value::of).orElse(null);
    }
}
