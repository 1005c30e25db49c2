package dev.rollcall.scim.codec;

import dev.rollcall.scim.codec.internal.BoundedInput;
import dev.rollcall.scim.codec.internal.Unknown;
import dev.rollcall.scim.codec.internal.ValueReader;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.json.JsonBytes;
import dev.rollcall.scim.json.JsonToken;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Resources as the JSON that clients send and get (RFC 7643 §3, RFC 7644 §3.8). Immutable and thread-safe.
 */
public final class ResourceCodec {
    private final SchemaRegistry registry;
    private final Tolerance tolerance;
    private final BoundedInput input;

    /** A codec for the resource types of the registry. */
    public ResourceCodec(SchemaRegistry registry, Tolerance tolerance, Limits limits) {
        this(registry, tolerance, new BoundedInput(limits));
    }

    private ResourceCodec(SchemaRegistry registry, Tolerance tolerance, BoundedInput input) {
        this.registry = registry;
        this.tolerance = tolerance;
        this.input = input;
    }

    /** The same codec with another tolerance; cheap, where a new codec has everything to warm up. */
    public ResourceCodec withTolerance(Tolerance newTolerance) {
        return new ResourceCodec(registry, newTolerance, input);
    }

    /**
     * Reads a resource that a client sent in POST or PUT. Read-only attributes are passed over.
     *
     * @throws ScimException {@code invalidSyntax} if it is no JSON of that shape, {@code invalidValue} if a value does
     *     not fit its attribute, 413 if it is too large
     */
    public Resource decode(InputStream body, ResourceType type) {
        try (JsonBytes in = input.open(body)) {
            in.require(JsonToken.START_OBJECT, "The body");
            Complex attributes = ValueReader.ofRequest(tolerance).readObject(in, type.attributes());
            if (in.next() != JsonToken.END) {
                throw ScimException.invalidSyntax("The body goes on after its object (" + in.where() + ")");
            }
            Complex present = attributes == null ? Complex.empty(type.attributes()) : attributes;
            checkSchemas(type, present.get(type.schemas()));
            return Resource.of(type, present.with(type.schemas(), null));
        }
    }

    /** RFC 7643 §3: schemas holds the base schema, extensions of the type, and nothing else. */
    private void checkSchemas(ResourceType type, @Nullable Value schemas) {
        List<Value> uris = schemas == null ? List.of() : schemas.elements();
        if (uris.isEmpty()) {
            throw ScimException.invalidSyntax(
                    "\"schemas\" is missing; it must hold \"" + type.schema().id() + "\"");
        }
        boolean base = false;
        boolean unknown = false;
        for (Value value : uris) {
            String uri = ((Value.Reference) value).uri();
            if (type.isBaseSchema(uri)) {
                base = true;
            } else if (type.extensions().stream().noneMatch(e -> e.id().equalsIgnoreCase(uri))) {
                refuseForeignSchema(type, uri);
                unknown = true;
            }
        }
        if (!base && !unknown) {
            throw ScimException.invalidSyntax("\"schemas\" lacks the base schema of " + type + ", \""
                    + type.schema().id() + "\"");
        }
    }

    private void refuseForeignSchema(ResourceType type, String uri) {
        if (registry.findSchema(uri) != null) {
            throw ScimException.invalidValue("\"schemas\" holds \"" + uri + "\", which is no schema of " + type
                    + "; its base schema is \"" + type.schema().id() + "\"");
        }
        Unknown.passOver(
                tolerance,
                () -> ScimException.invalidSyntax(
                        "\"schemas\" holds \"" + uri + "\", which this server does not know"));
    }

    /** Writes a resource as far as the projection shows it, in UTF-8; the stream stays open. */
    public void encode(Resource resource, Projection projection, OutputStream out) {
        ResourceWriter.write(resource, projection, out);
    }
}
