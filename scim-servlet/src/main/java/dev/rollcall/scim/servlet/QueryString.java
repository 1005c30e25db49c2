package dev.rollcall.scim.servlet;

import dev.rollcall.scim.error.ScimException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request. Parsed here, because a container's own parameters would include a form in the body, and
 * differ in what they forgive.
 */
final class QueryString {
    private QueryString() {}

    /**
     * The parameters with all their values, decoded once. Pieces without a name are passed over, since identity
     * providers send URLs that end in {@code &}; a piece without a value has an empty one.
     */
    static Map<String, List<String>> parse(@Nullable String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (query == null) {
            return parameters;
        }
        for (String piece : query.split("&")) {
            int equals = piece.indexOf('=');
            String name = decode(equals < 0 ? piece : piece.substring(0, equals));
            if (!name.isEmpty()) {
                String value = equals < 0 ? "" : decode(piece.substring(equals + 1));
                parameters.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            }
        }
        return parameters;
    }

    /** Whether there is a parameter of that name; malformed ones are none. */
    static boolean hasName(@Nullable String query, String name) {
        try {
            return parse(query).containsKey(name);
        } catch (ScimException e) {
            return query != null && query.contains(name + "=");
        }
    }

    private static String decode(String encoded) {
        try {
            return PercentDecoder.decode(encoded.replace('+', ' '));
        } catch (IllegalArgumentException e) {
            throw ScimException.invalidValue("The query of the URL is malformed: " + e.getMessage());
        }
    }
}
