package dev.rollcall.scim.store;

import dev.rollcall.scim.resource.Collation;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Uniqueness;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Prepares the keys of resources: those of every attribute that its schema calls unique, also within an extension or a
 * complex attribute, and of {@code externalId} and {@code displayName}, which identity providers look up. Immutable and thread-safe.
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
        add(resource.type(), "", resource.attributes(), keys);
        return new StoredResource(resource, keys);
    }

    /** Those of an object's attributes, and of what is in singular objects of it. */
    private void add(ResourceType type, String prefix, Complex object, List<Key> keys) {
        object.forEach((attribute, value) -> {
            String path = prefix + attribute.name();
            if (value instanceof Complex inner) {
                add(type, path + (attribute.extension() ? ":" : "."), inner, keys);
            } else if (isKeyed(type, path, attribute)) {
                text(attribute, value).ifPresent(text -> keys.add(key(type, path, attribute, text)));
            }
        });
    }

    /** The text by which a value is compared; equal numbers have one, however they are written. */
    private static Optional<String> text(Attribute attribute, Value value) {
        if (value instanceof Value.Text text) {
            return Optional.of(Collation.key(text.value(), attribute.caseExact()));
        } else if (value instanceof Value.Reference reference) {
            return Optional.of(Collation.key(reference.uri(), attribute.caseExact()));
        } else if (value instanceof Value.Int number) {
            return Optional.of(
                    BigDecimal.valueOf(number.value()).stripTrailingZeros().toString());
        }
        return value instanceof Value.Decimal number
                ? Optional.of(number.value().stripTrailingZeros().toString())
                : Optional.empty();
    }

    /** The key that a resource has if the attribute at the path has the value; empty if the path is not keyed. */
    public Optional<Key> equality(ResourceType type, String path, Attribute attribute, Value value) {
        return isKeyed(type, path, attribute)
                ? text(attribute, value).map(text -> key(type, path, attribute, text))
                : Optional.empty();
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
        return new Key(path, text, isUnique(type, path, attribute));
    }
}
