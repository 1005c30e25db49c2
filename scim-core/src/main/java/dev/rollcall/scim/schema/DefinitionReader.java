package dev.rollcall.scim.schema;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.json.JsonBytes;
import dev.rollcall.scim.json.JsonLimits;
import dev.rollcall.scim.json.JsonReader;
import dev.rollcall.scim.json.JsonToken;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads the JSON objects that definitions are made of; every error says where it is and what is allowed. */
final class DefinitionReader {
    private static final JsonBytes.Factory JSON = new JsonBytes.Factory(new JsonLimits(32, 100_000, 20));

    private final JsonReader in;

    private DefinitionReader(JsonReader in) {
        this.in = in;
    }

    /** Reads a text that holds one definition and nothing after it. */
    static <T> T parse(InputStream json, Function<DefinitionReader, T> read) {
        try (JsonBytes in = JSON.open(json)) {
            in.next();
            DefinitionReader reader = new DefinitionReader(in);
            T result = read.apply(reader);
            if (in.next() != JsonToken.END) {
                throw reader.wrong("The text goes on after the end of the definition");
            }
            return result;
        } catch (ScimException e) {
            throw new InvalidSchemaException(e.detail().replaceFirst("^The body", "The text"));
        }
    }

    /**
     * Reads the object on which the reader stands. Members whose value is null count as left out; members that are not
     * known belong to somebody else, unless their name looks like a mistyped one.
     *
     * @param what names the object, and is asked again for each member
     * @param members reads the value of each known member, given its place in words
     */
    void object(Supplier<String> what, Map<String, Consumer<String>> members) {
        in.require(JsonToken.START_OBJECT, what.get());
        Set<String> seen = new HashSet<>();
        while (in.next() != JsonToken.END_OBJECT) {
            String name = in.text();
            String place = what.get() + ": \"" + name + "\"";
            if (!seen.add(name)) {
                throw wrong(place + " stands twice");
            }
            Consumer<String> member = members.get(name);
            if (member == null) {
                Typo.meant(name, members.keySet()).ifPresent(meant -> {
                    throw wrong(place + " is not known; did you mean \"" + meant + "\"?");
                });
            }
            in.next();
            if (member == null || in.token() == JsonToken.NULL) {
                in.skip();
            } else {
                member.accept(place);
            }
        }
    }

    void array(String what, Runnable element) {
        in.require(JsonToken.START_ARRAY, what);
        while (in.next() != JsonToken.END_ARRAY) {
            element.run();
        }
    }

    String text(String what) {
        in.require(JsonToken.STRING, what);
        return in.text();
    }

    boolean bool(String what) {
        if (in.token() == JsonToken.TRUE || in.token() == JsonToken.FALSE) {
            return in.token() == JsonToken.TRUE;
        }
        throw wrong(what + " must be true or false, not " + in.token().noun());
    }

    List<String> texts(String what) {
        List<String> texts = new ArrayList<>();
        array(what, () -> texts.add(text(what)));
        return texts;
    }

    <E> E keyword(String what, E[] values, Function<E, String> keyword) {
        String found = text(what);
        return Arrays.stream(values)
                .filter(value -> keyword.apply(value).equals(found))
                .findFirst()
                .orElseThrow(() -> wrong(what + " is \"" + found + "\"; allowed are "
                        + Arrays.stream(values).map(keyword).toList()));
    }

    /** Refuses a {@code schemas} that says that the object is something else. */
    void kind(String what, String schema) {
        List<String> found = texts(what);
        if (found.stream().noneMatch(schema::equalsIgnoreCase)) {
            throw wrong(what + " is " + found + "; it must hold \"" + schema + "\", or be left out");
        }
    }

    InvalidSchemaException wrong(String problem) {
        return new InvalidSchemaException(problem + " (" + in.where() + ")");
    }
}
