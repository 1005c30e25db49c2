package dev.rollcall.benchmarks.libraries;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.rollcall.benchmarks.contest.Inputs;
import dev.rollcall.benchmarks.contest.Library;
import dev.rollcall.benchmarks.contest.Numbered;
import dev.rollcall.benchmarks.contest.Operation;
import dev.rollcall.benchmarks.contest.Task;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What nobody who uses jackson-core can avoid: to take each token of the bytes with its text out of them, and to write the
 * same tokens from memory. Nothing is looked up, checked or decided.
 */
final class JacksonLimit implements Library {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int PAGE = 100;

    @Override
    public String name() {
        return Libraries.LIMIT;
    }

    @Override
    public @Nullable Operation open(Task task) throws Exception {
        return switch (task) {
            case DECODE -> decode();
            case ENCODE -> encode(Inputs.user());
            case LIST -> list();
            default -> null;
        };
    }

    /** A token; the text of names and strings, and of numbers as it stands. */
    private record Token(JsonToken kind, @Nullable String text) {}

    private static Operation decode() {
        byte[] user = Inputs.user();
        return Operation.of(i -> read(user), Token[].class, tokens -> Inputs.tree(write(tokens)));
    }

    private static Operation encode(byte[] json) throws IOException {
        Token[] tokens = read(json);
        return Operation.of(i -> write(tokens), byte[].class, Inputs::tree);
    }

    /** The bytes of a list response as Rollcall gives it. */
    private static Operation list() throws Exception {
        RollcallService service = RollcallService.empty();
        Numbered users = new Numbered();
        for (int i = 0; i < PAGE; i++) {
            service.handle("POST", "/Users", users.body(i));
        }
        return encode(service.handle("GET", "/Users?startIndex=1&count=" + PAGE, new byte[0])
                .body());
    }

    private static Token[] read(byte[] json) throws IOException {
        List<Token> tokens = new ArrayList<>(256);
        try (JsonParser in = JSON.createParser(json)) {
            for (JsonToken kind = in.nextToken(); kind != null; kind = in.nextToken()) {
                boolean structure = kind.isStructStart() || kind.isStructEnd();
                tokens.add(new Token(kind, structure || kind.isBoolean() ? null : in.getText()));
            }
        }
        return tokens.toArray(Token[]::new);
    }

    private static byte[] write(Token[] tokens) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            for (Token token : tokens) {
                write(token, out);
            }
        }
        return bytes.toByteArray();
    }

    private static void write(Token token, JsonGenerator out) throws IOException {
        switch (token.kind) {
            case START_OBJECT -> out.writeStartObject();
            case END_OBJECT -> out.writeEndObject();
            case START_ARRAY -> out.writeStartArray();
            case END_ARRAY -> out.writeEndArray();
            case FIELD_NAME -> out.writeFieldName(token.text);
            case VALUE_STRING -> out.writeString(token.text);
            case VALUE_TRUE, VALUE_FALSE -> out.writeBoolean(token.kind == JsonToken.VALUE_TRUE);
            default -> out.writeNumber(token.text);
        }
    }
}
