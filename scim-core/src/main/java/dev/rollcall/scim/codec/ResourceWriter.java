package dev.rollcall.scim.codec;

import dev.rollcall.scim.codec.internal.ValueWriter;
import dev.rollcall.scim.json.JsonWriter;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;

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
     * Writes a list response (RFC 7644 §3.4.2); the stream stays open.
     *
     * @param startIndex the 1-based index of the first entry
     */
    public static void writeList(List<Entry> entries, long totalResults, long startIndex, OutputStream stream) {
        try (JsonWriter out = JsonWriter.to(stream)) {
            out.startObject();
            out.name("schemas").startArray().string(LIST_RESPONSE).endArray();
            out.name("totalResults").number(totalResults);
            out.name("startIndex").number(startIndex);
            out.name("itemsPerPage").number(entries.size());
            out.name("Resources").startArray();
            entries.forEach(entry -> write(out, entry));
            out.endArray().endObject();
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
