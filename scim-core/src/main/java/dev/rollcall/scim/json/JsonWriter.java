package dev.rollcall.scim.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Writes JSON tokens as UTF-8. Not thread-safe; an error of the stream is an {@link UncheckedIOException}. */
public final class JsonWriter implements AutoCloseable {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            // What broke off in the middle must not look whole.
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            // How deep a text may be is said where it is read; what was read can be written.
            .streamWriteConstraints(StreamWriteConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonGenerator generator;

    private JsonWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    /** A writer to the stream, which stays open when the writer is closed. */
    public static JsonWriter to(OutputStream out) {
        try {
            return new JsonWriter(FACTORY.createGenerator(out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private JsonWriter write(Step step) {
        try {
            step.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonWriter startObject() {
        return write(generator::writeStartObject);
    }

    public JsonWriter endObject() {
        return write(generator::writeEndObject);
    }

    public JsonWriter startArray() {
        return write(generator::writeStartArray);
    }

    public JsonWriter endArray() {
        return write(generator::writeEndArray);
    }

    public JsonWriter name(String name) {
        return write(() -> generator.writeFieldName(name));
    }

    public JsonWriter string(String value) {
        return write(() -> generator.writeString(value));
    }

    public JsonWriter number(long value) {
        return write(() -> generator.writeNumber(value));
    }

    public JsonWriter number(BigDecimal value) {
        // The plain text, because RFC 7643 §2.3.3 wants digits around a period and no exponent.
        return write(() -> generator.writeNumber(value.toPlainString()));
    }

    /** A number as it stands in a JSON text. */
    public JsonWriter number(String text) {
        return write(() -> generator.writeNumber(text));
    }

    /** A whole value that is JSON already. */
    public JsonWriter json(byte[] utf8) {
        return write(() -> generator.writeRawValue(new String(utf8, StandardCharsets.UTF_8)));
    }

    public JsonWriter nothing() {
        return write(generator::writeNull);
    }

    public JsonWriter bool(boolean value) {
        return write(() -> generator.writeBoolean(value));
    }

    /** Flushes the tokens to the stream. */
    @Override
    public void close() {
        write(generator::close);
    }
}
