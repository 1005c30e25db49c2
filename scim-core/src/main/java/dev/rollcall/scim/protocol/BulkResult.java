package dev.rollcall.scim.protocol;

import dev.rollcall.scim.json.JsonWriter;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one operation (RFC 7644 §3.7.3).
 *
 * @param location null for a POST that failed
 * @param version the entity tag of the resource now; null if it is gone or the operation failed
 * @param response the JSON of the body; null to leave it out
 */
record BulkResult(
        BulkOperation operation,
        int status,
        @Nullable String location,
        @Nullable String version,
        byte @Nullable [] response) {
    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";

    /** Writes the answer to a bulk request; the stream stays open. */
    static void write(List<BulkResult> results, OutputStream stream) {
        try (JsonWriter out = JsonWriter.to(stream)) {
            out.startObject();
            out.name("schemas").startArray().string(SCHEMA).endArray();
            out.name("Operations").startArray();
            results.forEach(result -> result.write(out));
            out.endArray().endObject();
        }
    }

    private void write(JsonWriter out) {
        out.startObject();
        if (!operation.method().isEmpty()) {
            out.name("method").string(operation.method());
        }
        if (operation.bulkId() != null) {
            out.name("bulkId").string(operation.bulkId());
        }
        if (location != null) {
            out.name("location").string(location);
        }
        if (version != null) {
            out.name("version").string(version);
        }
        // The object that §3.7.3 speaks of is left over from SCIM 1.1; its examples, and RFC 9967, have a string.
        out.name("status").string(Integer.toString(status));
        if (response != null) {
            out.name("response").json(response);
        }
        out.endObject();
    }
}
