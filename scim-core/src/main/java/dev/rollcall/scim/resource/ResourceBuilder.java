package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Resource} from plain Java values. Not thread-safe.
 *
 * <p>Names are in any case. A map stands for a complex value or an extension, a list for several values, and a string,
 * boolean, number or {@link java.time.Instant} for one.
 */
public final class ResourceBuilder {
    private final ResourceType type;
    private final Complex.Builder attributes;
    private @Nullable Meta meta;

    ResourceBuilder(ResourceType type) {
        this.type = type;
        this.attributes = Complex.builder(type.attributes());
    }

    ResourceBuilder(Resource from) {
        this.type = from.type();
        this.attributes = from.attributes().toBuilder();
        this.meta = from.hasMeta() ? from.meta() : null;
    }

    /** Sets the id. */
    public ResourceBuilder id(String id) {
        attributes.set(type.id(), Value.of(id));
        return this;
    }

    /** Sets the metadata. */
    public ResourceBuilder meta(Meta newMeta) {
        this.meta = newMeta;
        return this;
    }

    /**
     * Sets an attribute, or a whole extension by its URI; null unassigns.
     *
     * @param path such as {@code userName} or {@code name.familyName}, with the URI of its schema and a colon in front if
     *     it is one of an extension; of an attribute with several values, the one sub-attribute of the first of them
     * @throws IllegalArgumentException if there is no such attribute or the value does not fit its type
     */
    public ResourceBuilder set(String path, @Nullable Object value) {
        Place.find(type, path)
                .orElseThrow(() -> new IllegalArgumentException(
                        "No attribute \"" + path + "\" of " + type + " among " + type.attributes()))
                .set(attributes, value);
        return this;
    }

    /** Sets attributes of an extension; see {@link #set}. */
    public ResourceBuilder extension(String uri, Map<String, ?> values) {
        return set(uri, values);
    }

    /** Appends a value to a multi-valued attribute. */
    public ResourceBuilder add(String name, Object value) {
        Attribute attribute = type.attributes().get(name);
        List<Value> present = attributes.get(attribute) instanceof Value.Multi multi ? multi.values() : List.of();
        List<Value> all = new ArrayList<>(present);
        all.addAll(JavaValues.toValue(attribute, value).elements());
        attributes.set(attribute, new Value.Multi(all));
        return this;
    }

    /** The resource. */
    public Resource build() {
        Resource resource = Resource.of(type, attributes.build());
        return meta == null ? resource : resource.withMeta(meta);
    }
}
