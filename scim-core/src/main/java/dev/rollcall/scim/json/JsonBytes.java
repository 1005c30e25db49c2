package dev.rollcall.scim.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.rollcall.scim.error.ScimException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** Reads tokens from UTF-8 bytes. */
public final class JsonBytes implements JsonReader, AutoCloseable {
    /** Quoted pieces of the input could be secrets; error details leave them out. */
    private static final Pattern QUOTED = Pattern.compile("'[^']{2,}'|\"[^\"]{2,}\"");

    private final JsonParser parser;
    private JsonToken token = JsonToken.END;

    private JsonBytes(JsonParser parser) {
        this.parser = parser;
    }

    /** Makes readers that share one set of limits; thread-safe. */
    public static final class Factory {
        private final JsonFactory factory;

        /** A factory whose readers keep the limits. */
        public Factory(JsonLimits limits) {
            this.factory = new JsonFactoryBuilder()
                    // RFC 7644 §3.8: JSON in UTF-8; a guess at UTF-16 or UTF-32 would be wrong.
                    .disable(JsonFactory.Feature.CHARSET_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(limits.maxDepth())
                            .maxStringLength(limits.maxStringLength())
                            .maxNumberLength(limits.maxNumberLength())
                            .maxNameLength(Math.min(limits.maxStringLength(), 4096))
                            .build())
                    .build();
        }

        /** A reader that stands before the first token. */
        public JsonBytes open(byte[] json) {
            try {
                return new JsonBytes(factory.createParser(json));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A reader that stands before the first token and closes the stream with itself. */
        public JsonBytes open(InputStream json) {
            try {
                return new JsonBytes(factory.createParser(json));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public JsonToken next() {
        try {
            var next = parser.nextToken();
            token = next == null ? JsonToken.END : translate(next);
            return token;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static JsonToken translate(com.fasterxml.jackson.core.JsonToken token) {
        return switch (token) {
            case START_OBJECT -> JsonToken.START_OBJECT;
            case END_OBJECT -> JsonToken.END_OBJECT;
            case START_ARRAY -> JsonToken.START_ARRAY;
            case END_ARRAY -> JsonToken.END_ARRAY;
            case FIELD_NAME -> JsonToken.NAME;
            case VALUE_STRING -> JsonToken.STRING;
            case VALUE_NUMBER_INT -> JsonToken.INTEGER;
            case VALUE_NUMBER_FLOAT -> JsonToken.DECIMAL;
            case VALUE_TRUE -> JsonToken.TRUE;
            case VALUE_FALSE -> JsonToken.FALSE;
            case VALUE_NULL -> JsonToken.NULL;
            case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> throw new IllegalStateException("Not a JSON text: " + token);
        };
    }

    @Override
    public JsonToken token() {
        return token;
    }

    @Override
    public String text() {
        String text = rawText();
        if (token == JsonToken.STRING || token == JsonToken.NAME) {
            UnicodeText.check(text, this::where);
        }
        return text;
    }

    @Override
    public String rawText() {
        try {
            return parser.getText();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public String where() {
        var location = parser.currentTokenLocation();
        return "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private RuntimeException failure(IOException e) {
        if (e instanceof StreamConstraintsException) {
            return ScimException.invalidSyntax("The JSON text exceeds a limit of this server at " + position() + ": "
                    + QUOTED.matcher(((JsonProcessingException) e).getOriginalMessage())
                            .replaceAll("…"));
        }
        if (e instanceof JsonProcessingException malformed) {
            return ScimException.invalidSyntax("The body is not valid JSON at " + position() + ": "
                    + QUOTED.matcher(malformed.getOriginalMessage()).replaceAll("'…'"));
        }
        if (e instanceof java.io.CharConversionException) {
            return ScimException.invalidSyntax("The body is not valid UTF-8 at " + position());
        }
        return new UncheckedIOException(e);
    }

    private String position() {
        var location = parser.currentLocation();
        return "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
