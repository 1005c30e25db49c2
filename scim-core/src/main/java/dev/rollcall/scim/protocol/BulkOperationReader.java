package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.json.JsonCopy;
import dev.rollcall.scim.json.JsonReader;
import dev.rollcall.scim.json.JsonToken;
import dev.rollcall.scim.json.JsonWriter;
import dev.rollcall.scim.json.Names;
import dev.rollcall.scim.json.UnicodeText;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one operation of a bulk request. What is wrong with it is kept as its flaw. Not thread-safe. */
final class BulkOperationReader implements JsonCopy.Edit {
    private static final List<String> METHODS = List.of("POST", "PUT", "PATCH", "DELETE", "GET");

    private final JsonReader in;
    private final int index;
    private String method = "";
    private @Nullable String bulkId;
    private @Nullable String version;
    private List<String> path = List.of();
    private byte @Nullable [] data;
    private boolean mentions;
    private @Nullable ScimException flaw;

    /** Reads where the reader stands, on the first token of the operation. */
    BulkOperationReader(JsonReader in, int index) {
        this.in = in;
        this.index = index;
    }

    BulkOperation read() {
        Set<String> seen = new HashSet<>();
        while (in.next() != JsonToken.END_OBJECT) {
            String name = Names.fold(in.text());
            if (!seen.add(name)) {
                flaw(ScimException.invalidSyntax("\"" + name + "\" stands twice in the operation"));
            }
            in.next();
            switch (name) {
                case "method" -> method = method(string(name));
                case "bulkid" -> bulkId = emptyToNull(string(name));
                case "version" -> version = emptyToNull(string(name));
                case "path" -> path = segments(string(name));
                case "data" -> data = data();
                default -> in.skip();
            }
        }
        return new BulkOperation(index, method, bulkId, version, path, data, mentions, flaw).checked();
    }

    private void flaw(ScimException found) {
        if (flaw == null) {
            flaw = found;
        }
    }

    /** The RFC has methods in upper case; there is nothing else that lower case could mean. */
    private static String method(String text) {
        return METHODS.stream().filter(text::equalsIgnoreCase).findFirst().orElse(text);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The text; empty for null, and for what is no string. */
    private String string(String name) {
        if (in.token() == JsonToken.STRING) {
            return in.text();
        }
        if (in.token() != JsonToken.NULL) {
            flaw(ScimException.invalidSyntax(
                    "\"" + name + "\" must be a string, not " + in.token().noun() + " (" + in.where() + ")"));
        }
        in.skip();
        return "";
    }

    /** The path is a relative URL, so its segments are encoded as those of a request's own path. */
    private List<String> segments(String text) {
        if (text.indexOf('?') >= 0 || text.indexOf('#') >= 0) {
            flaw(ScimException.invalidValue("\"path\" is \"" + text + "\"; it must be a path alone, without a query"));
        }
        List<String> segments = new ArrayList<>();
        for (String segment : text.split("/")) {
            if (!segment.isEmpty()) {
                segments.add(decoded(segment));
            }
        }
        return List.copyOf(segments);
    }

    private String decoded(String segment) {
        try {
            // A plus sign means a space in forms only.
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            flaw(ScimException.invalidValue("\"path\" has a \"%\" that is not followed by two hexadecimal digits"));
            return segment;
        }
    }

    private byte @Nullable [] data() {
        if (in.token() == JsonToken.NULL) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter out = JsonWriter.to(bytes)) {
            JsonCopy.copy(in, out, this);
        }
        return bytes.toByteArray();
    }

    @Override
    public String name(String name) {
        return noted(name);
    }

    @Override
    public String string(String text, String member, int depth) {
        return noted(text);
    }

    /** A text that is no Unicode spoils its operation, not the others. */
    private String noted(String text) {
        mentions |= text.contains(BulkReferences.PREFIX) || text.contains(BulkReferences.ENCODED_PREFIX);
        try {
            UnicodeText.check(text, in::where);
            return text;
        } catch (ScimException e) {
            flaw(e);
            return "";
        }
    }
}
