package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.json.JsonBytes;
import dev.rollcall.scim.json.JsonLimits;
import dev.rollcall.scim.json.JsonToken;
import dev.rollcall.scim.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The strings inside of a PATCH path, such as {@code members[value eq "bulkId:x"]}. Stateless. */
final class BulkPathText {
    private static final JsonBytes.Factory JSON =
            new JsonBytes.Factory(new JsonLimits(8, Integer.MAX_VALUE, Integer.MAX_VALUE));

    private BulkPathText() {}

    /** The path with its strings replaced; what is no path stays as it is, to be refused by who reads it. */
    static String replace(String path, UnaryOperator<String> strings) {
        if (path.indexOf(BulkReferences.PREFIX) < 0) {
            return path;
        }
        StringBuilder result = new StringBuilder(path.length() + 32);
        int at = 0;
        while (at < path.length()) {
            int end = end(path, at);
            String piece = path.substring(at, end);
            if (piece.startsWith("\"")) {
                result.append(literal(piece, strings));
            } else {
                // A string without quotes, which a tolerance can allow.
                result.append(piece.startsWith(BulkReferences.PREFIX) ? strings.apply(piece) : piece);
            }
            at = end;
        }
        return result.toString();
    }

    /** Where the piece ends: a string with its quotes, a word, or a single character. */
    private static int end(String path, int start) {
        if (path.charAt(start) == '"') {
            for (int i = start + 1; i < path.length(); i++) {
                if (path.charAt(i) == '\\') {
                    i++;
                } else if (path.charAt(i) == '"') {
                    return i + 1;
                }
            }
            return path.length();
        }
        int end = start;
        while (end < path.length() && " \"()[]".indexOf(path.charAt(end)) < 0) {
            end++;
        }
        return Math.max(end, start + 1);
    }

    private static String literal(String quoted, UnaryOperator<String> strings) {
        String text = text(quoted);
        String replaced = text == null ? null : strings.apply(text);
        return replaced == null || replaced.equals(text) ? quoted : quote(replaced);
    }

    private static @Nullable String text(String quoted) {
        try (JsonBytes in = JSON.open(quoted.getBytes(StandardCharsets.UTF_8))) {
            return in.next() == JsonToken.STRING ? in.text() : null;
        } catch (ScimException e) {
            // An escape that does not exist, say.
            return null;
        }
    }

    private static String quote(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter out = JsonWriter.to(bytes)) {
            out.string(text);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
