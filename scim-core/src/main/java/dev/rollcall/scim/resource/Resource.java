package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A SCIM resource: its type, its attributes, and, once the server has it, {@code id} and metadata (RFC 7643 §3).
 * Immutable and thread-safe. What is derived when it is read ({@code schemas}, {@code meta.location}) is not in it.
 */
public final class Resource {
    private final ResourceType type;
    private final Complex root;
    private final @Nullable Meta meta;

    private Resource(ResourceType type, Complex root, @Nullable Meta meta) {
        this.type = type;
        this.root = root;
        this.meta = meta;
    }

    /**
     * A resource of the attributes; those under {@code meta} are taken from {@link #withMeta}.
     *
     * @throws IllegalArgumentException if the attributes are those of another type
     */
    public static Resource of(ResourceType type, Complex root) {
        if (root.shape() != type.attributes()) {
            throw new IllegalArgumentException("Attributes of another type than " + type);
        }
        return new Resource(type, root.with(type.meta(), null), null);
    }

    /** Starts a resource of the type. */
    public static ResourceBuilder builder(ResourceType type) {
        return new ResourceBuilder(type);
    }

    /** Starts a resource with what this one has. */
    public ResourceBuilder toBuilder() {
        return new ResourceBuilder(this);
    }

    /** The same resource under the id. */
    public Resource withId(String id) {
        return new Resource(type, root.with(type.id(), Value.of(id)), meta);
    }

    /** The same resource with the metadata. */
    public Resource withMeta(Meta newMeta) {
        return new Resource(type, root.with(type.meta(), newMeta.toValue(type.meta(), type.name())), newMeta);
    }

    /** The same resource showing the URL as {@code meta.location}, which is derived and not stored. */
    public Resource withLocation(String url) {
        if (!(root.get(type.meta()) instanceof Complex shown)) {
            throw new IllegalStateException("The resource has no metadata yet");
        }
        Attribute location = shown.shape().get("location");
        Complex located = shown.with(location, new Value.Reference(url));
        return new Resource(type, root.with(type.meta(), located), meta);
    }

    /** The same resource with other attributes; id and metadata are kept. */
    public Resource mapAttributes(UnaryOperator<Complex> change) {
        Complex changed =
                change.apply(root).with(type.id(), root.get(type.id())).with(type.meta(), root.get(type.meta()));
        return new Resource(type, changed, meta);
    }

    /** The same resource with another value of a top-level attribute; null unassigns. */
    public Resource with(Attribute attribute, @Nullable Value value) {
        return mapAttributes(attributes -> attributes.with(attribute, value));
    }

    /** The resource type. */
    public ResourceType type() {
        return type;
    }

    /** All attributes with their values. */
    public Complex attributes() {
        return root;
    }

    /** The value of a top-level attribute; null if unassigned. */
    public @Nullable Value get(Attribute attribute) {
        return root.get(attribute);
    }

    /** The value of a top-level attribute by its name in any case; null if unassigned or unknown. */
    public @Nullable Value get(String name) {
        return root.get(name);
    }

    /**
     * The id.
     *
     * @throws IllegalStateException if the resource has none yet
     */
    public String id() {
        if (root.get(type.id()) instanceof Value.Text id) {
            return id.value();
        }
        throw new IllegalStateException("The resource has no id yet");
    }

    /** Whether the server has given the resource an id. */
    public boolean hasId() {
        return root.get(type.id()) != null;
    }

    /** The client's identifier. */
    public Optional<String> externalId() {
        return text("externalId");
    }

    /**
     * The text of a string attribute; of several values the first. Empty if there is none, or no such attribute.
     *
     * @param path such as {@code userName}, {@code name.familyName} or {@code emails.value}, with the URI of its schema and
     *     a colon in front if it is one of an extension
     */
    public Optional<String> text(String path) {
        Value value = Place.find(type, path).map(place -> place.get(root)).orElse(null);
        return value instanceof Value.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /**
     * The metadata.
     *
     * @throws IllegalStateException if the resource has none yet
     */
    public Meta meta() {
        if (meta == null) {
            throw new IllegalStateException("The resource has no metadata yet");
        }
        return meta;
    }

    /** Whether the server has stored the resource. */
    public boolean hasMeta() {
        return meta != null;
    }

    /** The URIs of the schemas in use: the base schema and each extension that has a value (RFC 7643 §3). */
    public List<String> schemas() {
        List<String> uris = new ArrayList<>(2);
        uris.add(type.schema().id());
        type.extensionAttributes()
                .filter(extension -> root.get(extension) != null)
                .forEach(extension -> uris.add(extension.name()));
        return uris;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Resource that && type == that.type && root.equals(that.root);
    }

    @Override
    public int hashCode() {
        return root.hashCode();
    }

    @Override
    public String toString() {
        return type + root.toString();
    }
}
