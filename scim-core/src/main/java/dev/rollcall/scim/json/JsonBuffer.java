package dev.rollcall.scim.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recorded tokens of one JSON value, to be read later and more than once: a PATCH operation's value can stand
 * before the path that tells how to read it. Immutable once recorded.
 */
public final class JsonBuffer {
    private final List<JsonToken> tokens = new ArrayList<>();
    private final List<@Nullable String> texts = new ArrayList<>();
    private final String where;

    private JsonBuffer(String where) {
        this.where = where;
    }

    /** Records the value that the reader stands on; the reader then stands on the value's last token. */
    public static JsonBuffer record(JsonReader reader) {
        JsonBuffer buffer = new JsonBuffer(reader.where());
        int depth = 0;
        while (true) {
            JsonToken token = reader.token();
            buffer.add(token, hasText(token) ? reader.text() : null);
            if (token.opens()) {
                depth++;
            } else if (token.closes()) {
                depth--;
            }
            if (depth == 0) {
                return buffer;
            }
            reader.next();
        }
    }

    /** A buffer with one JSON string in it. */
    public static JsonBuffer ofString(String text) {
        JsonBuffer buffer = new JsonBuffer("the value");
        buffer.add(JsonToken.STRING, text);
        return buffer;
    }

    private static boolean hasText(JsonToken token) {
        return token == JsonToken.NAME
                || token == JsonToken.STRING
                || token == JsonToken.INTEGER
                || token == JsonToken.DECIMAL;
    }

    private void add(JsonToken token, @Nullable String text) {
        tokens.add(token);
        texts.add(text);
    }

    /** The first token, which tells the kind of the value. */
    public JsonToken kind() {
        return tokens.get(0);
    }

    /** The text of a value that is a string or a number. */
    public String text() {
        String text = texts.get(0);
        if (text == null) {
            throw new IllegalStateException("No text in " + kind());
        }
        return text;
    }

    /** A new reader that stands on the first token of the value. */
    public JsonReader read() {
        return new Replay();
    }

    private final class Replay implements JsonReader {
        private int at;

        @Override
        public JsonToken next() {
            at++;
            return token();
        }

        @Override
        public JsonToken token() {
            return at < tokens.size() ? tokens.get(at) : JsonToken.END;
        }

        @Override
        public String text() {
            String text = texts.get(at);
            if (text == null) {
                throw new IllegalStateException("No text in " + token());
            }
            return text;
        }

        @Override
        public String where() {
            return where;
        }
    }
}
