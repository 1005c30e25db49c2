package dev.rollcall.scim.schema;

import dev.rollcall.scim.json.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The schemas and resource types of one server. Immutable and thread-safe. */
public final class SchemaRegistry {
    private final Map<String, Schema> schemas;
    private final List<ResourceType> resourceTypes;

    private SchemaRegistry(Builder builder) {
        this.schemas = new LinkedHashMap<>(builder.schemas);
        Set<String> names = new HashSet<>();
        Set<String> endpoints = new HashSet<>();
        List<ResourceType> compiled = new ArrayList<>();
        for (ResourceTypeDefinition definition : builder.types.values()) {
            // RFC 7643 §6, erratum 8475: name and endpoint are unique on the server.
            if (!names.add(definition.name()) || !endpoints.add(definition.endpoint())) {
                throw new InvalidSchemaException("Resource type " + definition.name() + " at " + definition.endpoint()
                        + " has the name or endpoint of another one");
            }
            List<Schema> extensions = definition.extensions().stream()
                    .map(e -> schemaOf(definition, e.schema()))
                    .toList();
            compiled.add(new ResourceType(definition, schemaOf(definition, definition.schema()), extensions));
        }
        this.resourceTypes = List.copyOf(compiled);
    }

    private Schema schemaOf(ResourceTypeDefinition definition, String uri) {
        Schema schema = findSchema(uri);
        if (schema == null) {
            throw new InvalidSchemaException("Resource type " + definition.name() + " refers to the schema " + uri
                    + ", which is not registered; register the schema first");
        }
        return schema;
    }

    /** User, Group and the enterprise extension (RFC 7643 §4), and nothing more. */
    public static SchemaRegistry standard() {
        return builder().build();
    }

    /** Starts with User, Group and the enterprise extension. */
    public static Builder builder() {
        return new Builder();
    }

    /** The schema of that URI, in any case; null if it is not registered. */
    public @Nullable Schema findSchema(String uri) {
        return schemas.get(fold(uri));
    }

    /** All schemas. */
    public List<Schema> schemas() {
        return List.copyOf(schemas.values());
    }

    /** All resource types. */
    public List<ResourceType> resourceTypes() {
        return resourceTypes;
    }

    /** The type of that name, in exact case; null if there is none. */
    public @Nullable ResourceType findResourceType(String name) {
        return resourceTypes.stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /**
     * The type of that name, in exact case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public ResourceType resourceType(String name) {
        ResourceType type = findResourceType(name);
        if (type == null) {
            throw new IllegalArgumentException("No resource type \"" + name + "\" among " + resourceTypes);
        }
        return type;
    }

    private static String fold(String uri) {
        return Names.fold(uri);
    }

    /** Collects schemas and resource types. Not thread-safe. */
    public static final class Builder {
        private final Map<String, Schema> schemas = new LinkedHashMap<>();
        private final Map<String, ResourceTypeDefinition> types = new LinkedHashMap<>();

        private Builder() {
            StandardSchemas.schemas().forEach(this::schema);
            StandardSchemas.resourceTypes().forEach(this::resourceType);
        }

        /**
         * Registers a schema.
         *
         * @throws InvalidSchemaException if its URI is taken
         */
        public Builder schema(Schema schema) {
            if (schemas.putIfAbsent(fold(schema.id()), schema) != null) {
                throw new InvalidSchemaException("Schema " + schema.id() + " is registered already");
            }
            return this;
        }

        /**
         * Registers a resource type; its schemas may follow before {@link #build()}.
         *
         * @throws InvalidSchemaException if its name is taken
         */
        public Builder resourceType(ResourceTypeDefinition definition) {
            if (types.putIfAbsent(definition.name(), definition) != null) {
                throw new InvalidSchemaException("Resource type " + definition.name() + " is registered already");
            }
            return this;
        }

        /**
         * Registers a schema as an optional extension of a resource type.
         *
         * @throws InvalidSchemaException if the type is not registered or the schema's URI is taken
         */
        public Builder extension(String resourceType, Schema schema) {
            ResourceTypeDefinition definition = types.get(resourceType);
            if (definition == null) {
                throw new InvalidSchemaException("Schema " + schema.id() + " cannot extend the resource type \""
                        + resourceType + "\", which is not among " + types.keySet());
            }
            schema(schema);
            types.put(resourceType, definition.with(new ResourceTypeDefinition.Extension(schema.id(), false)));
            return this;
        }

        /**
         * The registry.
         *
         * @throws InvalidSchemaException if a type refers to a schema that is not registered
         */
        public SchemaRegistry build() {
            return new SchemaRegistry(this);
        }
    }
}
