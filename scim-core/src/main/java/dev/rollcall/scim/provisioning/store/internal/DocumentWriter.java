package dev.rollcall.scim.provisioning.store.internal;

import dev.rollcall.scim.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the members of one JSON object; what is null or empty is left out. Not thread-safe. */
public final class DocumentWriter {
    private final JsonWriter out;

    private DocumentWriter(JsonWriter out) {
        this.out = out;
    }

    /** A whole document in UTF-8. */
    public static byte[] document(Consumer<DocumentWriter> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonWriter out = JsonWriter.to(bytes)) {
            out.startObject();
            members.accept(new DocumentWriter(out));
            out.endObject();
        }
        return bytes.toByteArray();
    }

    DocumentWriter text(String name, @Nullable String value) {
        if (value != null) {
            out.name(name).string(value);
        }
        return this;
    }

    DocumentWriter time(String name, @Nullable Instant value) {
        return text(name, value == null ? null : value.toString());
    }

    DocumentWriter length(String name, Duration value) {
        return text(name, value.toString());
    }

    DocumentWriter choice(String name, Enum<?> value) {
        return text(name, value.name());
    }

    DocumentWriter flag(String name, boolean value) {
        out.name(name).bool(value);
        return this;
    }

    DocumentWriter number(String name, long value) {
        out.name(name).number(value);
        return this;
    }

    DocumentWriter object(String name, Consumer<DocumentWriter> members) {
        out.name(name).startObject();
        members.accept(this);
        out.endObject();
        return this;
    }

    /** Texts that have no order of their own, in one, so that the same value is the same document. */
    DocumentWriter texts(String name, Collection<String> values) {
        if (!values.isEmpty()) {
            out.name(name).startArray();
            values.stream().sorted().forEach(out::string);
            out.endArray();
        }
        return this;
    }

    DocumentWriter choices(String name, Collection<? extends Enum<?>> values) {
        return texts(name, values.stream().map(Enum::name).toList());
    }

    /** Choices by texts that have no order of their own. */
    DocumentWriter choices(String name, Map<String, ? extends Enum<?>> values) {
        return values.isEmpty() ? this : object(name, to -> new TreeMap<>(values).forEach(to::choice));
    }

    <T> DocumentWriter objects(String name, List<T> values, BiConsumer<DocumentWriter, T> members) {
        if (!values.isEmpty()) {
            out.name(name).startArray();
            for (T value : values) {
                out.startObject();
                members.accept(this, value);
                out.endObject();
            }
            out.endArray();
        }
        return this;
    }
}
