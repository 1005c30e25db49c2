package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.json.JsonBytes;
import dev.rollcall.scim.json.JsonCopy;
import dev.rollcall.scim.json.JsonLimits;
import dev.rollcall.scim.json.JsonToken;
import dev.rollcall.scim.json.JsonWriter;
import dev.rollcall.scim.json.Names;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Puts something else in the place of the references in the data of an operation. Not thread-safe. */
final class BulkRewriting implements JsonCopy.Edit {
    /** The data have been held against the limits when they were read. */
    private static final JsonBytes.Factory JSON =
            new JsonBytes.Factory(new JsonLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE));

    /** For JSON in a string, which nobody has held against any limit; deeper than that, nobody takes it for JSON. */
    private static final JsonBytes.Factory WRAPPED =
            new JsonBytes.Factory(new JsonLimits(1_000, Integer.MAX_VALUE, Integer.MAX_VALUE));

    private final BulkNames names;
    private final BulkReferences.Change change;
    private final List<String> paths;
    private final boolean patch;
    private int operation = -1;

    private BulkRewriting(BulkNames names, BulkReferences.Change change, boolean patch, List<String> paths) {
        this.names = names;
        this.change = change;
        this.patch = patch;
        this.paths = paths;
    }

    /** The data of a POST or PUT with references replaced. */
    static byte[] resource(byte[] json, BulkNames names, BulkReferences.Change change) {
        return rewrite(JSON, json, new BulkRewriting(names, change, false, List.of()));
    }

    /** The data of a PATCH with references replaced. */
    static byte[] patch(byte[] json, BulkNames names, BulkReferences.Change change) {
        // A path can come after the value that it says the meaning of.
        BulkPatchPaths paths = new BulkPatchPaths();
        rewrite(JSON, json, paths);
        return rewrite(JSON, json, new BulkRewriting(names, change, true, paths.found()));
    }

    private static byte[] rewrite(JsonBytes.Factory limits, byte[] json, JsonCopy.Edit edit) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(json.length + 64);
        try (JsonBytes in = limits.open(json);
                JsonWriter out = JsonWriter.to(bytes)) {
            in.next();
            JsonCopy.copy(in, out, edit);
            if (in.next() != JsonToken.END) {
                throw ScimException.invalidSyntax("The text goes on after its object");
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public void opened(int depth) {
        if (depth == BulkPatchPaths.IN_OPERATION) {
            operation++;
        }
    }

    @Override
    public String name(String name) {
        // The key of a value without path can be a path itself.
        return patch ? path(name) : name;
    }

    @Override
    public String string(String text, String member, int depth) {
        boolean ofPatch = patch && depth == BulkPatchPaths.IN_OPERATION;
        if (ofPatch && member.equalsIgnoreCase("path")) {
            return path(text);
        }
        boolean value = ofPatch && member.equalsIgnoreCase("value");
        String attribute = leaf(value ? paths.get(operation) : member);
        if (names.secrets().contains(attribute)) {
            return text;
        }
        if (change.isReference(text)) {
            return change.whole(text);
        }
        if (value && attribute.isEmpty()) {
            return wrapped(text);
        }
        return names.links().contains(attribute) ? change.link(text) : text;
    }

    private String path(String text) {
        return BulkPathText.replace(
                text, literal -> change.isReference(literal) ? change.whole(literal) : change.link(literal));
    }

    /** The last name in a path, folded; empty if there is no path, or it ends with a filter. */
    private static String leaf(String path) {
        String end = path.substring(path.lastIndexOf(']') + 1);
        return Names.fold(end.substring(Math.max(end.lastIndexOf('.'), end.lastIndexOf(':')) + 1));
    }

    /** JSON inside of a string, which a tolerance can allow for a value without path; any other text stays as it is. */
    private String wrapped(String text) {
        if (!text.startsWith("{") || !text.contains(BulkReferences.PREFIX)) {
            return text;
        }
        try {
            byte[] json = text.getBytes(StandardCharsets.UTF_8);
            BulkRewriting inside = new BulkRewriting(names, change, false, List.of());
            return new String(rewrite(WRAPPED, json, inside), StandardCharsets.UTF_8);
        } catch (ScimException e) {
            if (e.status() == 409) {
                throw e;
            }
            return text;
        }
    }
}
