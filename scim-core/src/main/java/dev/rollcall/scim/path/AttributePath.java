package dev.rollcall.scim.path;

import dev.rollcall.scim.error.ScimException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of an attribute as a client writes it: {@code userName}, {@code name.familyName}, {@code urn:…:User:userName}
 * (RFC 7644 §3.10). Immutable and thread-safe. What it names is known only after {@link PathResolver#resolve}.
 *
 * @param schema the URI before the last colon, if there is one
 * @param attribute the attribute's name; null if the whole text is a URI whose last part cannot be a name
 * @param subAttribute the name after the dot, if there is one
 */
public record AttributePath(
        @Nullable String schema,
        @Nullable String attribute,
        @Nullable String subAttribute) {
    private static final String NAME = "\\$?[A-Za-z][$\\-_0-9A-Za-z]*";
    private static final Pattern LOCAL = Pattern.compile("(" + NAME + ")(?:\\.(" + NAME + "))?");

    /** A URI as far as it matters here: a scheme, and none of the characters that end a path in a filter. */
    private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s\"()\\[\\],]+");

    /** Checks that the path names something. */
    public AttributePath {
        if (schema == null && attribute == null) {
            throw new IllegalArgumentException("A path needs a schema or an attribute");
        }
        if (attribute == null && subAttribute != null) {
            throw new IllegalArgumentException("A path needs an attribute before its sub-attribute");
        }
    }

    /** The path of a top-level attribute. */
    public static AttributePath of(String attribute) {
        return new AttributePath(null, attribute, null);
    }

    /**
     * Reads a path.
     *
     * @throws ScimException {@code invalidPath} if it is not one
     */
    public static AttributePath parse(String text) {
        return tryParse(text)
                .orElseThrow(() -> ScimException.invalidPath("\"" + shown(text)
                        + "\" is not an attribute path; one looks like userName, name.familyName or"
                        + " urn:ietf:params:scim:schemas:core:2.0:User:userName"));
    }

    private static String shown(String text) {
        int end = text.offsetByCodePoints(0, Math.min(100, text.codePointCount(0, text.length())));
        return end < text.length() ? text.substring(0, end) + "…" : text;
    }

    /** Reads a path; empty if it is not one. */
    public static Optional<AttributePath> tryParse(String text) {
        Matcher local = LOCAL.matcher(text);
        if (local.matches()) {
            return Optional.of(new AttributePath(null, local.group(1), local.group(2)));
        }
        if (!URI.matcher(text).matches()) {
            return Optional.empty();
        }
        // Names hold no colon, so the last one ends the URI; a dot before it, as in "core:2.0:User", is the URI's.
        int colon = text.lastIndexOf(':');
        Matcher last = LOCAL.matcher(text.substring(colon + 1));
        return Optional.of(
                last.matches() && text.indexOf(':') < colon
                        ? new AttributePath(text.substring(0, colon), last.group(1), last.group(2))
                        : new AttributePath(text, null, null));
    }

    /** The path as it is written. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (schema != null) {
            text.append(schema);
        }
        if (attribute != null) {
            text.append(schema != null ? ":" : "").append(attribute);
        }
        if (subAttribute != null) {
            text.append('.').append(subAttribute);
        }
        return text.toString();
    }
}
