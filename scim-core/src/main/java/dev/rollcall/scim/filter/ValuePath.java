package dev.rollcall.scim.filter;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.path.AttributePath;
import org.jspecify.annotations.Nullable;

/**
 * The path of a PATCH operation (RFC 7644 §3.5.2): {@code name.familyName}, {@code members[value eq "x"]},
 * {@code emails[type eq "work"].value}. Immutable and thread-safe; {@code toString} prints what {@link #parse} reads.
 *
 * @param path the attribute
 * @param filter selects among its values, if there are brackets; has no {@link Filter.Element} in it
 * @param subAttribute the name after the brackets; always null without them, since the path itself holds it then
 */
public record ValuePath(
        AttributePath path,
        @Nullable Filter filter,
        @Nullable String subAttribute) {
    /** Checks that the parts make a path. */
    public ValuePath {
        if (filter == null && subAttribute != null) {
            throw new IllegalArgumentException("Without a filter the sub-attribute belongs to the path");
        }
        if (filter != null) {
            FilterChecks.noElement(filter);
        }
    }

    /** A path without filter. */
    public static ValuePath of(AttributePath path) {
        return new ValuePath(path, null, null);
    }

    /**
     * Reads a path.
     *
     * @throws ScimException {@code invalidPath} if it is not one, {@code invalidFilter} if what is in brackets is no
     *     filter on sub-attributes; the detail shows the place
     */
    public static ValuePath parse(String text, Tolerance tolerance) {
        return new ValuePathParser(text, tolerance).parse();
    }

    @Override
    public String toString() {
        if (filter == null) {
            return path.toString();
        }
        return path + "[" + filter + "]" + (subAttribute == null ? "" : "." + subAttribute);
    }
}
