package dev.rollcall.scim.store;

import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.resource.Collation;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Uniqueness;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Prepares the keys of resources: those of every attribute that its schema calls unique, also within an extension or a
 * complex attribute, and of what identity providers look up besides: {@code externalId}, {@code displayName}, and each
 * value of {@code emails}. Immutable and thread-safe.
 */
public final class KeyFactory {
    /** What providers look resources up by, besides unique attributes. */
    private static final Set<String> LOOKED_UP = Set.of("externalId", "displayName");

    /** The one attribute of many values that providers look resources up by, by what its elements have as value. */
    private static final String EMAILS = "emails";

    private static final String VALUE = "value";

    private static final Set<AttributeType> TYPES =
            EnumSet.of(AttributeType.STRING, AttributeType.REFERENCE, AttributeType.INTEGER, AttributeType.DECIMAL);

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
        List<Key> keys = new ArrayList<>(6);
        add(resource.type(), "", resource.attributes(), keys);
        return new StoredResource(resource, keys);
    }

    /** Those of an object's attributes, and of what is in singular objects of it. */
    private void add(ResourceType type, String prefix, Complex object, List<Key> keys) {
        object.forEach((attribute, value) -> {
            String path = prefix + attribute.name();
            if (value instanceof Complex inner) {
                add(type, path + (attribute.extension() ? ":" : "."), inner, keys);
            } else if (value instanceof Value.Multi multi) {
                if (path.equals(EMAILS)) {
                    addEach(attribute, multi, keys);
                }
            } else if (isKeyed(type, path, attribute)) {
                text(attribute, value).ifPresent(text -> keys.add(key(type, path, attribute, text)));
            }
        });
    }

    /** Several elements may have one value; it is one key. */
    private static void addEach(Attribute attribute, Value.Multi multi, List<Key> keys) {
        Attribute inner = attribute.sub(VALUE);
        if (inner != null && !inner.multiValued()) {
            String path = EMAILS + "." + inner.name();
            multi.values().stream()
                    .flatMap(element -> element instanceof Complex complex
                            ? Optional.ofNullable(complex.get(inner)).stream()
                            : Stream.empty())
                    .flatMap(value -> text(inner, value).stream())
                    .distinct()
                    .forEach(text -> keys.add(new Key(path, text, false)));
        }
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

    /** The key that a resource has if a value at the path is this one; empty if the path is not keyed. */
    public Optional<Key> equality(ResourceType type, ResolvedPath path, Value value) {
        return covers(type, path)
                ? text(path.leaf(), value).map(text -> key(type, path.toString(), path.leaf(), text))
                : Optional.empty();
    }

    /**
     * Whether each value at the path is a key of its resource, so that what a resource has there can be told from its
     * keys. Which paths those are does not depend on what is unique.
     */
    public boolean covers(ResourceType type, ResolvedPath path) {
        Attribute parent = path.parent();
        if (!TYPES.contains(path.leaf().type()) || path.leaf().multiValued()) {
            return false;
        }
        return parent != null && parent.multiValued()
                ? path.steps().size() == 2 && parent.name().equals(EMAILS) && path.leaf() == parent.sub(VALUE)
                : isKeyed(type, path.toString(), path.leaf());
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
