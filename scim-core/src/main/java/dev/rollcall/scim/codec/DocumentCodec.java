package dev.rollcall.scim.codec;

import dev.rollcall.scim.codec.internal.ValueReader;
import dev.rollcall.scim.codec.internal.ValueWriter;
import dev.rollcall.scim.json.JsonBytes;
import dev.rollcall.scim.json.JsonLimits;
import dev.rollcall.scim.json.JsonToken;
import dev.rollcall.scim.json.JsonWriter;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Meta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import java.io.ByteArrayOutputStream;

/**
 * A resource as the bytes that a store keeps: JSON of all attributes but {@code id}, {@code meta} and {@code schemas},
 * which a store has in columns or which are derived. Stateless and thread-safe.
 */
public final class DocumentCodec {
    private static final JsonBytes.Factory JSON = new JsonBytes.Factory(new JsonLimits(64, Integer.MAX_VALUE, 1000));

    private DocumentCodec() {}

    /** The resource's attributes as JSON in UTF-8. */
    public static byte[] encode(Resource resource) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        ResourceType type = resource.type();
        Attribute id = type.id();
        Attribute meta = type.meta();
        try (JsonWriter out = JsonWriter.to(bytes)) {
            out.startObject();
            resource.attributes().forEach((attribute, value) -> {
                if (attribute != id && attribute != meta) {
                    out.name(attribute.name());
                    ValueWriter.write(out, value, Projection.EVERYTHING);
                }
            });
            out.endObject();
        }
        return bytes.toByteArray();
    }

    /**
     * The resource that {@link #encode} was given. Attributes that have gone from the schema since are passed over.
     *
     * @throws dev.rollcall.scim.error.ScimException if the bytes are no such document, or do not fit the schema
     */
    public static Resource decode(ResourceType type, String id, Meta meta, byte[] document) {
        try (JsonBytes in = JSON.open(document)) {
            in.next();
            in.require(JsonToken.START_OBJECT, "The document of " + type + " " + id);
            Complex attributes = ValueReader.ofDocument().readObject(in, type.attributes());
            return Resource.of(type, attributes == null ? Complex.empty(type.attributes()) : attributes)
                    .withId(id)
                    .withMeta(meta);
        }
    }
}
