package dev.rollcall.scim.patch;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.json.JsonBuffer;
import dev.rollcall.scim.json.JsonReader;
import dev.rollcall.scim.json.JsonToken;
import dev.rollcall.scim.json.Names;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operation as it stands in the request; its value is kept as tokens, because the path that tells how to read it can
 * come later.
 */
record RawOperation(Op op, @Nullable String path, @Nullable JsonBuffer value) {

    /** Reads the operation on whose first token the reader stands. */
    static RawOperation read(JsonReader in, Tolerance tolerance) {
        in.require(JsonToken.START_OBJECT, "An operation");
        Op op = null;
        String path = null;
        JsonBuffer value = null;
        Set<String> seen = new HashSet<>();
        while (in.next() != JsonToken.END_OBJECT) {
            String name = Names.fold(in.text());
            if (!seen.add(name)) {
                throw ScimException.invalidSyntax("\"" + name + "\" stands twice in one operation");
            }
            in.next();
            switch (name) {
                case "op" -> op = op(in, tolerance);
                case "path" -> path = path(in);
                case "value" -> value = JsonBuffer.record(in);
                default -> in.skip();
            }
        }
        if (op == null) {
            throw ScimException.invalidSyntax("\"op\" is missing; it is add, remove or replace");
        }
        return new RawOperation(op, path, value);
    }

    private static Op op(JsonReader in, Tolerance tolerance) {
        in.require(JsonToken.STRING, "\"op\"");
        String text = in.text();
        boolean anyCase = tolerance.allows(Quirk.OPERATION_CASE);
        return Arrays.stream(Op.values())
                .filter(o -> anyCase
                        ? o.keyword().equalsIgnoreCase(text)
                        : o.keyword().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        ScimException.invalidSyntax("\"op\" is \"" + text + "\"; allowed are add, remove and replace"));
    }

    private static @Nullable String path(JsonReader in) {
        if (in.token() == JsonToken.NULL) {
            return null;
        }
        in.require(JsonToken.STRING, "\"path\"");
        return in.text();
    }
}
