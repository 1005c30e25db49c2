package dev.rollcall.scim.patch;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.json.JsonBuffer;
import dev.rollcall.scim.json.JsonBytes;
import dev.rollcall.scim.json.JsonLimits;
import dev.rollcall.scim.json.JsonReader;
import dev.rollcall.scim.json.JsonToken;
import dev.rollcall.scim.schema.Attribute;
import java.nio.charset.StandardCharsets;

/** Values of operations that are wrapped in something they should not be wrapped in. */
final class JsonText {
    private static final JsonBytes.Factory JSON = new JsonBytes.Factory(new JsonLimits(16, 1 << 20, 400));

    private JsonText() {}

    /** The value inside of a string that holds JSON, if that is forgiven; else the value itself. */
    static JsonBuffer unwrap(JsonBuffer value, Tolerance tolerance) {
        if (value.kind() != JsonToken.STRING || !tolerance.allows(Quirk.LENIENT_JSON_STRING_VALUE)) {
            return value;
        }
        try (JsonBytes in = JSON.open(value.text().getBytes(StandardCharsets.UTF_8))) {
            in.next();
            JsonBuffer recorded = JsonBuffer.record(in);
            if (in.next() != JsonToken.END) {
                throw ScimException.invalidSyntax("The JSON in the string goes on after its value");
            }
            return recorded;
        }
    }

    /** The list inside of {@code {"members": […]}}, where a list of members to remove was expected. */
    static JsonBuffer memberNamed(Attribute attribute, JsonBuffer value) {
        JsonReader in = value.read();
        boolean wrapped = in.next() == JsonToken.NAME && attribute.isNamed(in.text());
        if (!wrapped) {
            return value;
        }
        in.next();
        return JsonBuffer.record(in);
    }

    /** Whether the value is a list without elements, or an empty string. */
    static boolean isEmpty(JsonBuffer value) {
        return value.kind() == JsonToken.START_ARRAY
                ? value.read().next() == JsonToken.END_ARRAY
                : value.kind() == JsonToken.STRING && value.text().isEmpty();
    }
}
