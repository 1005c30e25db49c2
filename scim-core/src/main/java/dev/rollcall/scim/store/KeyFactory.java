package dev.rollcall.scim.store;

import dev.rollcall.scim.resource.Collation;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Uniqueness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Prepares the keys of resources: those of every singular string or reference that its schema calls unique, and of
 * {@code externalId} and {@code displayName}, which identity providers look up. Immutable and thread-safe.
 */
public final class KeyFactory {
    /** What providers look resources up by, besides unique attributes. */
    private static final Set<String> LOOKED_UP = Set.of("externalId", "displayName");

    private final Set<String> alsoUnique;

    private KeyFactory(Set<String> alsoUnique) {
        this.alsoUnique = alsoUnique;
    }

    /** Unique is what the schemas call so. */
    public static KeyFactory standard() {
        return new KeyFactory(Set.of());
    }

    /** A group's displayName is unique as well (the option {@code uniqueGroupDisplayName}). */
    public KeyFactory withUniqueGroupDisplayName() {
        return new KeyFactory(Set.of("Group/displayName"));
    }

    /** The resource with its keys. */
    public StoredResource stored(Resource resource) {
        List<Key> keys = new ArrayList<>(4);
        ResourceType type = resource.type();
        for (Attribute attribute : type.attributes()) {
            Value value = resource.get(attribute);
            if (value instanceof Complex extension && attribute.extension()) {
                extension.forEach((sub, inner) -> add(type, attribute.name() + ":" + sub.name(), sub, inner, keys));
            } else if (value != null) {
                add(type, attribute.name(), attribute, value, keys);
            }
        }
        return new StoredResource(resource, keys);
    }

    private void add(ResourceType type, String path, Attribute attribute, Value value, List<Key> keys) {
        if (isKeyed(type, path, attribute)) {
            text(value).ifPresent(text -> keys.add(key(type, path, attribute, text)));
        }
    }

    private static Optional<String> text(Value value) {
        if (value instanceof Value.Text text) {
            return Optional.of(text.value());
        }
        return value instanceof Value.Reference reference ? Optional.of(reference.uri()) : Optional.empty();
    }

    /** The key that a resource has if the attribute at the path equals the text; empty if the path is not keyed. */
    public Optional<Key> equality(ResourceType type, String path, Attribute attribute, String text) {
        return isKeyed(type, path, attribute) ? Optional.of(key(type, path, attribute, text)) : Optional.empty();
    }

    /** The paths of a type's keyed attributes. */
    public List<String> paths(ResourceType type) {
        return type.attributes().asList().stream()
                .flatMap(a -> a.extension()
                        ? a.subAttributes().asList().stream()
                                .filter(sub -> isKeyed(type, a.name() + ":" + sub.name(), sub))
                                .map(sub -> a.name() + ":" + sub.name())
                        : isKeyed(type, a.name(), a) ? Stream.of(a.name()) : Stream.empty())
                .toList();
    }

    private boolean isKeyed(ResourceType type, String path, Attribute attribute) {
        return !attribute.multiValued()
                && !path.equals("id")
                && (LOOKED_UP.contains(path) || isUnique(type, path, attribute));
    }

    private boolean isUnique(ResourceType type, String path, Attribute attribute) {
        return attribute.uniqueness() != Uniqueness.NONE || alsoUnique.contains(type.name() + "/" + path);
    }

    private Key key(ResourceType type, String path, Attribute attribute, String text) {
        return new Key(path, Collation.key(text, attribute.caseExact()), isUnique(type, path, attribute));
    }
}
