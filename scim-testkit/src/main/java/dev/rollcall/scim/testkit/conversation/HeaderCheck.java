package dev.rollcall.scim.testkit.conversation;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a response header must be: an exact value, there or not, or a media type without regard to its parameters. */
record HeaderCheck(String name, Kind kind, String value) {
    enum Kind {
        EXACT,
        EXISTS,
        MEDIA_TYPE
    }

    boolean holdsFor(Optional<String> actual, Variables variables) {
        return switch (kind) {
            case EXACT -> actual.equals(Optional.of(variables.fill(value)));
            case EXISTS -> actual.isPresent() == Boolean.parseBoolean(value);
            case MEDIA_TYPE -> mediaType(actual.orElse(null)).equals(mediaType(value));
        };
    }

    String describe() {
        return switch (kind) {
            case EXACT -> name + ": " + value;
            case EXISTS -> Boolean.parseBoolean(value) ? "a header " + name : "no header " + name;
            case MEDIA_TYPE -> name + " of media type " + value;
        };
    }

    private static String mediaType(@Nullable String value) {
        return value == null ? "" : value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
