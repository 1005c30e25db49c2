package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.json.JsonWriter;
import dev.rollcall.scim.provisioning.log.AttributeChange;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entries of the sync log as an array of JSON objects; what is not there has no member. */
final class JsonExport {
    private JsonExport() {}

    static void write(Stream<SyncLogEntry> entries, OutputStream stream) throws IOException {
        try (entries;
                JsonWriter out = JsonWriter.to(stream)) {
            out.startArray();
            entries.forEachOrdered(entry -> write(entry, out));
            out.endArray();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(SyncLogEntry entry, JsonWriter out) {
        out.startObject();
        out.name("time").string(entry.time().toString());
        out.name("id").string(entry.id());
        optional("provider", entry.provider(), out);
        out.name("actor").string(entry.actor());
        optional("requestId", entry.requestId(), out);
        out.name("event").string(entry.event().name());
        optional("subject", entry.subject(), out);
        optional("subjectName", entry.subjectName(), out);
        out.name("cause").string(entry.cause().name());
        out.name("result").string(entry.result().name());
        out.name("message").string(entry.message());
        out.name("changes").startArray();
        for (AttributeChange change : entry.changes()) {
            out.startObject();
            out.name("attribute").string(change.attribute());
            optional("before", change.before(), out);
            optional("after", change.after(), out);
            out.endObject();
        }
        out.endArray();
        optional("explanation", entry.explanation(), out);
        out.endObject();
    }

    private static void optional(String name, @Nullable String value, JsonWriter out) {
        if (value != null) {
            out.name(name).string(value);
        }
    }
}
