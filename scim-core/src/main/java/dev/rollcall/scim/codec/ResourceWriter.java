package dev.rollcall.scim.codec;

import dev.rollcall.scim.codec.internal.ValueWriter;
import dev.rollcall.scim.json.JsonWriter;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes resources, alone or as the entries of a list response. Stateless and thread-safe. */
public final class ResourceWriter {
    private static final String LIST_RESPONSE = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    private ResourceWriter() {}

    /**
     * A resource as it is to be shown.
     *
     * @param late those of its values that come late
     * @param projection which attributes are shown
     */
    public record Entry(Resource resource, LateValues late, Projection projection) {}

    /** Writes one resource; the stream stays open. */
    public static void write(Resource resource, Projection projection, OutputStream stream) {
        write(new Entry(resource, LateValues.NONE, projection), stream);
    }

    /** Writes one resource with late values; the stream stays open. */
    public static void write(Entry entry, OutputStream stream) {
        try (JsonWriter out = JsonWriter.to(stream)) {
            write(out, entry);
        }
    }

    /**
     * What a list response says of its page.
     *
     * @param totalResults how many resources match on all pages
     * @param startIndex the 1-based index of the first entry; null for a page by cursor
     * @param previousCursor the cursor of the page before; null if there is none to show (RFC 9865 §2)
     * @param nextCursor the cursor of the next page; null likewise
     */
    public record ListHead(
            long totalResults,
            @Nullable Long startIndex,
            @Nullable String previousCursor,
            @Nullable String nextCursor) {}

    /** Writes a list response (RFC 7644 §3.4.2); the stream stays open. */
    public static void writeList(ListHead head, List<Entry> entries, OutputStream stream) {
        try (JsonWriter out = JsonWriter.to(stream)) {
            out.startObject();
            out.name("schemas").startArray().string(LIST_RESPONSE).endArray();
            out.name("totalResults").number(head.totalResults);
            if (head.startIndex != null) {
                out.name("startIndex").number(head.startIndex);
            }
            out.name("itemsPerPage").number(entries.size());
            text(out, "previousCursor", head.previousCursor);
            text(out, "nextCursor", head.nextCursor);
            out.name("Resources").startArray();
            entries.forEach(entry -> write(out, entry));
            out.endArray().endObject();
        }
    }

    private static void text(JsonWriter out, String name, @Nullable String value) {
        if (value != null) {
            out.name(name).string(value);
        }
    }

    private static void write(JsonWriter out, Entry entry) {
        Resource resource = entry.resource();
        out.startObject();
        out.name("schemas").startArray();
        resource.schemas().forEach(out::string);
        out.endArray();
        for (Attribute attribute : resource.type().attributes()) {
            Projection shown = entry.projection().of(attribute);
            if (shown == null || attribute == resource.type().schemas()) {
                continue;
            }
            Iterator<Value> late = entry.late().of(attribute);
            Value value = resource.get(attribute);
            if (late != null) {
                writeLate(out, attribute, late, shown);
            } else if (value != null && !ValueWriter.isHidden(value, shown)) {
                out.name(attribute.name());
                ValueWriter.write(out, value, shown);
            }
        }
        out.endObject();
    }

    private static void writeLate(JsonWriter out, Attribute attribute, Iterator<Value> values, Projection shown) {
        if (!values.hasNext()) {
            return;
        }
        out.name(attribute.name()).startArray();
        values.forEachRemaining(value -> ValueWriter.write(out, value, shown));
        out.endArray();
    }
}
