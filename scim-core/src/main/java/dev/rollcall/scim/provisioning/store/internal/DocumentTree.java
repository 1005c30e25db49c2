package dev.rollcall.scim.provisioning.store.internal;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.json.JsonBytes;
import dev.rollcall.scim.json.JsonLimits;
import dev.rollcall.scim.json.JsonReader;
import dev.rollcall.scim.json.JsonToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON into maps, lists, strings and booleans; numbers stay text, and null is no value. */
final class DocumentTree {
    private static final JsonBytes.Factory JSON = new JsonBytes.Factory(new JsonLimits(64, Integer.MAX_VALUE, 1000));

    private DocumentTree() {}

    static Map<String, Object> read(String what, byte[] document) {
        try (JsonBytes in = JSON.open(document)) {
            in.next();
            in.require(JsonToken.START_OBJECT, what);
            return object(in);
        } catch (ScimException e) {
            // The server's own bytes: nothing that a client can mend.
            throw new IllegalArgumentException(what + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> object(JsonReader in) {
        Map<String, Object> members = new LinkedHashMap<>();
        while (in.next() == JsonToken.NAME) {
            String name = in.rawText();
            in.next();
            Object value = value(in);
            if (value != null) {
                members.put(name, value);
            }
        }
        return members;
    }

    private static List<Object> array(JsonReader in) {
        List<Object> values = new ArrayList<>();
        while (in.next() != JsonToken.END_ARRAY) {
            Object value = value(in);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private static @Nullable Object value(JsonReader in) {
        return switch (in.token()) {
            case START_OBJECT -> object(in);
            case START_ARRAY -> array(in);
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
            default -> in.rawText();
        };
    }
}
