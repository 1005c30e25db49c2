package dev.rollcall.scim.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds a {@link ResourceTypeDefinition}. Not thread-safe. */
public final class ResourceTypeBuilder {
    private final String name;
    private @Nullable String description;
    private @Nullable String endpoint;
    private @Nullable String schema;
    private final List<ResourceTypeDefinition.Extension> extensions = new ArrayList<>();

    ResourceTypeBuilder(String name) {
        this.name = Objects.requireNonNull(name);
    }

    /** What the type is for. */
    public ResourceTypeBuilder description(String value) {
        this.description = value;
        return this;
    }

    /** Path below the base URL with a leading slash, such as {@code /Devices}. */
    public ResourceTypeBuilder endpoint(String value) {
        this.endpoint = value;
        return this;
    }

    /** URI of the base schema. */
    public ResourceTypeBuilder schema(String uri) {
        this.schema = uri;
        return this;
    }

    /** The base schema, which must be registered too. */
    public ResourceTypeBuilder schema(Schema value) {
        return schema(value.id());
    }

    /** URI of an extension that a resource may have. */
    public ResourceTypeBuilder extension(String uri) {
        extensions.add(new ResourceTypeDefinition.Extension(uri, false));
        return this;
    }

    /** URI of an extension that each resource must have. */
    public ResourceTypeBuilder requiredExtension(String uri) {
        extensions.add(new ResourceTypeDefinition.Extension(uri, true));
        return this;
    }

    /**
     * The definition.
     *
     * @throws InvalidSchemaException if endpoint or schema are missing, or a part is not allowed
     */
    public ResourceTypeDefinition build() {
        if (endpoint == null || schema == null) {
            throw new InvalidSchemaException("Resource type " + name
                    + " needs an endpoint and a schema; it has endpoint " + endpoint + ", schema " + schema);
        }
        return new ResourceTypeDefinition(name, description, endpoint, schema, extensions);
    }
}
