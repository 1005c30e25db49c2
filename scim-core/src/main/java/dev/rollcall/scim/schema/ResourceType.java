package dev.rollcall.scim.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A resource type with its schemas compiled into one set of attributes: the common ones of RFC 7643 §3.1, those of the
 * base schema, and an object for each extension. Immutable and thread-safe; compared by identity.
 */
public final class ResourceType {
    private final ResourceTypeDefinition definition;
    private final Schema schema;
    private final List<Schema> extensions;
    private final Attributes attributes;

    ResourceType(ResourceTypeDefinition definition, Schema schema, List<Schema> extensions) {
        this.definition = definition;
        this.schema = schema;
        this.extensions = List.copyOf(extensions);
        List<Attribute> all = new ArrayList<>();
        all.add(CommonAttributes.SCHEMAS);
        all.add(CommonAttributes.ID);
        all.add(CommonAttributes.EXTERNAL_ID);
        // What a schema lists of the common attributes is the same; they stand where all types have them.
        schema.attributes().asList().stream()
                .filter(a -> !CommonAttributes.isCommon(a.name()))
                .forEach(all::add);
        for (int i = 0; i < extensions.size(); i++) {
            all.add(Attribute.extension(
                    extensions.get(i), definition.extensions().get(i).required()));
        }
        all.add(CommonAttributes.META);
        this.attributes = Attributes.of(all);
    }

    /** The name, which is also the value of {@code meta.resourceType}. */
    public String name() {
        return definition.name();
    }

    /** The path below the base URL, with a leading slash. */
    public String endpoint() {
        return definition.endpoint();
    }

    /** The definition it was compiled from. */
    public ResourceTypeDefinition definition() {
        return definition;
    }

    /** The base schema. */
    public Schema schema() {
        return schema;
    }

    /** The schemas of the extensions. */
    public List<Schema> extensions() {
        return extensions;
    }

    /** All attributes of a resource of the type. */
    public Attributes attributes() {
        return attributes;
    }

    /** The objects of the extensions among the attributes. */
    public Stream<Attribute> extensionAttributes() {
        return attributes.asList().stream().filter(Attribute::extension);
    }

    /** The attribute of that name, in any case; null if there is none. */
    public @Nullable Attribute find(String name) {
        return attributes.find(name);
    }

    /** Whether the URI is that of the base schema, in any case. */
    public boolean isBaseSchema(String uri) {
        return schema.id().equalsIgnoreCase(uri);
    }

    /** The {@code id} attribute. */
    public Attribute id() {
        return attributes.get("id");
    }

    /** The {@code externalId} attribute. */
    public Attribute externalId() {
        return attributes.get("externalId");
    }

    /** The {@code meta} attribute. */
    public Attribute meta() {
        return attributes.get("meta");
    }

    /** The {@code schemas} attribute, which is computed and never stored. */
    public Attribute schemas() {
        return attributes.get("schemas");
    }

    @Override
    public String toString() {
        return name();
    }
}
