package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.path.AttributePath;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.protocol.DerivedAttributes;
import dev.rollcall.scim.provisioning.provider.ManagerLookup;
import dev.rollcall.scim.provisioning.provider.Provider;
import dev.rollcall.scim.provisioning.provider.ProviderAccess;
import dev.rollcall.scim.resource.Collation;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.UserView;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.KeyFactory;
import dev.rollcall.scim.store.StoreQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds managers that a provider names by something else than their id (RFC 7643 §4.3), if it is set so, whenever a user is
 * read: one that comes later, or changes, is found all the same. {@code value} stays what the provider wrote, so that its
 * comparison finds nothing to push again; {@code $ref} and {@code displayName} are those of the manager. Thread-safe.
 *
 * @param access what is set for providers
 */
public record ManagerLinks(ProviderAccess access) implements DerivedAttributes {
    @Override
    public List<Resource> derive(Context context, List<Resource> resources) {
        Attribute manager =
                resources.isEmpty() ? null : manager(resources.get(0).type());
        String named = manager == null ? null : namedBy(context);
        if (manager == null || named == null) {
            return resources;
        }
        Map<String, Optional<Resource>> found = new HashMap<>();
        return resources.stream()
                .map(user -> user.mapAttributes(all -> all.with(manager, linked(context, manager, all, named, found))))
                .toList();
    }

    /** The extension that has the manager. */
    private static @Nullable Attribute manager(ResourceType type) {
        return !type.isBaseSchema(UserView.SCHEMA)
                ? null
                : type.extensionAttributes()
                        .filter(extension -> extension.name().equals(UserView.ENTERPRISE_SCHEMA))
                        .findFirst()
                        .orElse(null);
    }

    /** The attribute that managers are named by; null for the id alone. */
    private @Nullable String namedBy(Context context) {
        String owner = context.scope().owner();
        ManagerLookup lookup = owner == null
                ? ManagerLookup.ID
                : access.provider(context.scope().tenant(), owner)
                        .map(Provider::settings)
                        .map(settings -> settings.managerLookup())
                        .orElse(ManagerLookup.ID);
        return switch (lookup) {
            case ID -> null;
            case EXTERNAL_ID -> "externalId";
            case USER_NAME -> "userName";
        };
    }

    private static @Nullable Value linked(
            Context context, Attribute extension, Complex user, String named, Map<String, Optional<Resource>> found) {
        Attribute manager = extension.sub("manager");
        Attribute link = manager == null ? null : manager.linkToResource();
        if (link == null
                || !(user.get(extension) instanceof Complex enterprise)
                || !(enterprise.get(manager) instanceof Complex object)
                || !(object.get("value") instanceof Value.Text name)
                || isById(context, link, object, name.value())) {
            return user.get(extension);
        }
        Optional<Resource> target = found.computeIfAbsent(name.value(), text -> find(context, named, text));
        return target.<Value>map(resource -> enterprise.with(manager, linked(context, link, object, resource)))
                .orElse(enterprise);
    }

    /** Whether the id has led to a resource already. */
    private static boolean isById(Context context, Attribute link, Complex object, String id) {
        return object.get(link) instanceof Value.Reference reference
                && link.referenceTypes().stream()
                        .anyMatch(type -> context.links()
                                .location(type, id)
                                .filter(reference.uri()::equals)
                                .isPresent());
    }

    private static Complex linked(Context context, Attribute link, Complex object, Resource target) {
        Complex with = object.with(link, new Value.Reference(context.links().location(target.type(), target.id())));
        Attribute display = object.shape().find("displayName");
        return display == null
                ? with
                : with.with(display, target.text("displayName").map(Value::of).orElse(null));
    }

    /** The user of that name; of several, which an externalId can have, nobody knows which is meant. */
    private static Optional<Resource> find(Context context, String named, String text) {
        for (ResourceType type : context.links().registry().resourceTypes()) {
            ResolvedPath path = type.isBaseSchema(UserView.SCHEMA)
                    ? new PathResolver(type, Tolerance.STRICT)
                            .resolve(AttributePath.of(named))
                            .orElse(null)
                    : null;
            Optional<Key> key =
                    path == null ? Optional.empty() : KeyFactory.standard().equality(type, path, Value.of(text));
            if (path != null && key.isPresent()) {
                StoreQuery query = StoreQuery.all(type).narrowedBy(List.of(key.get()));
                try (Stream<Resource> users = context.unit().resources().query(context.scope(), query)) {
                    // Once more: a store may give others too.
                    List<Resource> few = users.filter(user -> is(user, path.leaf(), text))
                            .limit(2)
                            .toList();
                    if (!few.isEmpty()) {
                        return few.size() == 1 ? Optional.of(few.get(0)) : Optional.empty();
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean is(Resource user, Attribute attribute, String text) {
        return user.get(attribute) instanceof Value.Text has
                && Collation.key(has.value(), attribute.caseExact()).equals(Collation.key(text, attribute.caseExact()));
    }
}
