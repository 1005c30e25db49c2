package dev.rollcall.scim.patch;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.json.JsonReader;
import dev.rollcall.scim.json.JsonToken;
import dev.rollcall.scim.json.Names;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The envelope of a PATCH request: {@code schemas} and {@code Operations} (RFC 7644 §3.5.2). */
final class PatchMessage {
    private static final String PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    private PatchMessage() {}

    static List<RawOperation> read(JsonReader in, Tolerance tolerance, int maxOperations) {
        in.require(JsonToken.START_OBJECT, "The body");
        List<String> schemas = null;
        List<RawOperation> operations = null;
        while (in.next() != JsonToken.END_OBJECT) {
            // RFC 7643 §2.1: names have no case, so "operations" is right too.
            String name = Names.fold(in.text());
            in.next();
            switch (name) {
                case "schemas" -> schemas = once(schemas, name, schemas(in));
                case "operations" -> operations = once(operations, name, operations(in, tolerance, maxOperations));
                default -> in.skip();
            }
        }
        if (in.next() != JsonToken.END) {
            throw ScimException.invalidSyntax("The body goes on after its object (" + in.where() + ")");
        }
        checkSchemas(schemas == null ? List.of() : schemas, tolerance);
        if (operations == null) {
            throw ScimException.invalidSyntax("\"Operations\" is missing; it must be an array of operations");
        }
        if (operations.isEmpty() && !tolerance.allows(Quirk.EMPTY_OPERATIONS)) {
            throw ScimException.invalidSyntax("\"Operations\" is empty; it must hold at least one operation");
        }
        return operations;
    }

    private static <T> T once(@Nullable T before, String name, T now) {
        if (before != null) {
            throw ScimException.invalidSyntax("\"" + name + "\" stands twice in the body");
        }
        return now;
    }

    private static void checkSchemas(List<String> schemas, Tolerance tolerance) {
        boolean forgiven = schemas.isEmpty() && tolerance.allows(Quirk.PATCH_WITHOUT_SCHEMAS);
        if (!forgiven && schemas.stream().noneMatch(PATCH_OP::equalsIgnoreCase)) {
            throw ScimException.invalidSyntax("\"schemas\" must hold \"" + PATCH_OP + "\"");
        }
    }

    private static List<String> schemas(JsonReader in) {
        List<String> uris = new ArrayList<>();
        if (in.token() != JsonToken.NULL) {
            in.require(JsonToken.START_ARRAY, "\"schemas\"");
            while (in.next() != JsonToken.END_ARRAY) {
                in.require(JsonToken.STRING, "An entry of \"schemas\"");
                uris.add(in.text());
            }
        }
        return uris;
    }

    private static List<RawOperation> operations(JsonReader in, Tolerance tolerance, int max) {
        List<RawOperation> operations = new ArrayList<>();
        in.require(JsonToken.START_ARRAY, "\"Operations\"");
        while (in.next() != JsonToken.END_ARRAY) {
            if (operations.size() == max) {
                throw ScimException.tooMany("The patch has more than " + max
                        + " operations, the limit of this server; one operation can name many values");
            }
            try {
                operations.add(RawOperation.read(in, tolerance));
            } catch (ScimException e) {
                throw e.within("Operations[" + operations.size() + "]");
            }
        }
        return operations;
    }
}
