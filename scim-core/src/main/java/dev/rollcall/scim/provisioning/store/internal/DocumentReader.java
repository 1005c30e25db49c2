package dev.rollcall.scim.provisioning.store.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, asked for by name. Those that nobody asks for do not matter: a newer node may have
 * written them. What is asked for and is not as it should be is an {@link IllegalArgumentException} that names the place.
 */
public final class DocumentReader {
    private final String place;
    private final Map<String, Object> members;

    private DocumentReader(String place, Map<String, Object> members) {
        this.place = place;
        this.members = members;
    }

    /** Reads a whole document; {@code what} says in errors of what. */
    public static <T> T read(String what, byte[] document, Function<DocumentReader, T> value) {
        return value.apply(new DocumentReader(what, DocumentTree.read(what, document)));
    }

    private String at(String name) {
        return place + "." + name;
    }

    private <T> @Nullable T optional(String name, Class<T> kind) {
        Object value = members.get(name);
        if (value == null || kind.isInstance(value)) {
            return kind.cast(value);
        }
        throw new IllegalArgumentException(at(name) + " is no " + kind.getSimpleName());
    }

    private <T> T required(String name, Class<T> kind) {
        T value = optional(name, kind);
        if (value == null) {
            throw new IllegalArgumentException(at(name) + " is missing");
        }
        return value;
    }

    private <T> T parsed(String name, Function<String, T> parser) {
        String text = text(name);
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(at(name) + " cannot be read: \"" + text + "\"", e);
        }
    }

    String text(String name) {
        return required(name, String.class);
    }

    @Nullable
    String optionalText(String name) {
        return optional(name, String.class);
    }

    Instant time(String name) {
        return parsed(name, Instant::parse);
    }

    @Nullable
    Instant optionalTime(String name) {
        return members.containsKey(name) ? time(name) : null;
    }

    Duration length(String name) {
        return parsed(name, Duration::parse);
    }

    <E extends Enum<E>> E choice(String name, Class<E> kind) {
        return parsed(name, text -> Enum.valueOf(kind, text));
    }

    boolean flag(String name) {
        return required(name, Boolean.class);
    }

    long number(String name) {
        return parsed(name, Long::parseLong);
    }

    DocumentReader object(String name) {
        return reader(at(name), required(name, Map.class));
    }

    Optional<DocumentReader> optionalObject(String name) {
        return members.containsKey(name) ? Optional.of(object(name)) : Optional.empty();
    }

    Set<String> texts(String name) {
        return elements(name, String.class).collect(Collectors.toSet());
    }

    /** Those that this node knows. */
    <E extends Enum<E>> Set<E> choices(String name, Class<E> kind) {
        Set<String> names = texts(name);
        return Stream.of(kind.getEnumConstants())
                .filter(one -> names.contains(one.name()))
                .collect(Collectors.toSet());
    }

    <E extends Enum<E>> Map<String, E> choicesByText(String name, Class<E> kind) {
        Map<String, E> choices = new LinkedHashMap<>();
        optionalObject(name)
                .ifPresent(inner -> inner.members.keySet().forEach(key -> choices.put(key, inner.choice(key, kind))));
        return choices;
    }

    <T> List<T> objects(String name, Function<DocumentReader, T> value) {
        return elements(name, Map.class)
                .map(one -> value.apply(reader(at(name), one)))
                .toList();
    }

    private <T> Stream<T> elements(String name, Class<T> kind) {
        List<?> list = optional(name, List.class);
        return list == null
                ? Stream.empty()
                : list.stream().map(one -> {
                    if (!kind.isInstance(one)) {
                        throw new IllegalArgumentException(
                                "An element of " + at(name) + " is no " + kind.getSimpleName());
                    }
                    return kind.cast(one);
                });
    }

    @SuppressWarnings("unchecked") // DocumentTree makes no others
    private static DocumentReader reader(String place, Map<?, ?> members) {
        return new DocumentReader(place, (Map<String, Object>) members);
    }
}
