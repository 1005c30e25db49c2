package dev.rollcall.scim.schema;

import dev.rollcall.scim.json.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            names.add(definition.name());
            if (!endpoints.add(definition.endpoint())) {
                throw new InvalidSchemaException("Resource type " + definition.name() + " is at "
                        + definition.endpoint() + ", where another one is already; each needs an endpoint of its own");
            }
            List<Schema> extensions = definition.extensions().stream()
                    .map(e -> schemaOf(definition, e.schema()))
                    .toList();
            Schema base = schemaOf(definition, definition.schema());
            RegistryRules.check(definition, base, extensions);
            compiled.add(new ResourceType(definition, base, extensions));
        }
        this.resourceTypes = List.copyOf(compiled);
        schemas.values().forEach(schema -> RegistryRules.checkReferences(schema, names));
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
         * Registers a resource type with the schemas that it brings along.
         *
         * @throws InvalidSchemaException if its name or the URI of a schema is taken
         */
        public Builder resourceType(ResourceTypeBundle bundle) {
            bundle.schemas().forEach(this::schema);
            return resourceType(bundle.resourceType());
        }

        /**
         * Makes a schema an extension of a resource type, and registers it if it is not the very one that is already.
         *
         * @param required whether each resource of the type must have it (RFC 7643 §6)
         * @throws InvalidSchemaException if the type is not registered, has the extension already, or another schema has
         *     the URI
         */
        public Builder extension(String resourceType, Schema schema, boolean required) {
            ResourceTypeDefinition definition = types.get(resourceType);
            if (definition == null) {
                throw new InvalidSchemaException("Schema " + schema.id() + " cannot extend the resource type \""
                        + resourceType + "\", which is not among " + types.keySet());
            }
            if (schemas.get(fold(schema.id())) != schema) {
                schema(schema);
            }
            types.put(resourceType, definition.with(new ResourceTypeDefinition.Extension(schema.id(), required)));
            return this;
        }

        /**
         * Takes a resource type away, such as {@code Group} on a server of users alone. Its schemas go with it unless
         * another type has them, and so does what of other types can only refer to it, such as {@code groups} of a User.
         *
         * @throws InvalidSchemaException if the type is not registered
         */
        public Builder without(String resourceType) {
            ResourceTypeDefinition gone = types.remove(resourceType);
            if (gone == null) {
                throw new InvalidSchemaException(
                        "There is no resource type \"" + resourceType + "\" among " + types.keySet());
            }
            schemas.values().removeIf(schema -> gone.uses(schema.id()) && !isUsed(schema));
            schemas.replaceAll((uri, schema) -> SchemaSubset.withoutReferencesTo(resourceType, schema));
            return this;
        }

        /**
         * Leaves a resource type the attributes at these paths, those that every resource has aside: for a store that
         * can keep no others. An extension of which nothing is left is none of the type's any more.
         *
         * @param paths such as {@code userName}, {@code name.familyName}, or all of {@code emails}; those of an extension
         *     with its URI and a colon in front
         * @throws InvalidSchemaException if the type is not registered, has no such attribute, would lose a required one,
         *     or shares one of the schemas with another type
         */
        public Builder keeping(String resourceType, String... paths) {
            ResourceTypeDefinition definition = types.get(resourceType);
            if (definition == null) {
                throw new InvalidSchemaException(
                        "There is no resource type \"" + resourceType + "\" among " + types.keySet());
            }
            Map<String, List<String>> bySchema = definition.bySchema(List.of(paths));
            List<ResourceTypeDefinition.Extension> extensions = new ArrayList<>();
            for (ResourceTypeDefinition.Extension extension : definition.extensions()) {
                if (keep(extension.schema(), bySchema.getOrDefault(extension.schema(), List.of()))) {
                    extensions.add(extension);
                } else if (extension.required()) {
                    throw new InvalidSchemaException("Resource type " + resourceType + " requires the extension "
                            + extension.schema() + "; keep some of it");
                }
            }
            keep(definition.schema(), bySchema.getOrDefault(definition.schema(), List.of()));
            types.put(resourceType, definition.withExtensions(extensions));
            return this;
        }

        /** Whether something is left of a schema. */
        private boolean keep(String uri, List<String> paths) {
            Schema schema = schemas.get(fold(uri));
            if (schema == null) {
                throw new InvalidSchemaException("Schema " + uri + " is not registered; register it first");
            }
            if (types.values().stream().filter(type -> type.uses(uri)).count() > 1) {
                throw new InvalidSchemaException(
                        "Schema " + uri + " is used by several resource types, none of which can keep less of it");
            }
            Optional<Schema> kept = SchemaSubset.keeping(schema, paths);
            kept.ifPresentOrElse(left -> schemas.put(fold(uri), left), () -> schemas.remove(fold(uri)));
            return kept.isPresent();
        }

        private boolean isUsed(Schema schema) {
            return types.values().stream().anyMatch(type -> type.uses(schema.id()));
        }

        /** The same for an extension that a resource may leave out. */
        public Builder extension(String resourceType, Schema schema) {
            return extension(resourceType, schema, false);
        }

        /**
         * The registry.
         *
         * @throws InvalidSchemaException if a type refers to a schema that is not registered, two types have one
         *     endpoint, or a reference is to a type that is not known
         */
        public SchemaRegistry build() {
            return new SchemaRegistry(this);
        }
    }
}
