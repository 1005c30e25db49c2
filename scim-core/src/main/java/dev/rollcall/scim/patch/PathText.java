package dev.rollcall.scim.patch;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.filter.ValuePath;
import dev.rollcall.scim.path.AttributePath;

/** The text of an operation's path (RFC 7644 §3.5.2, figure 7, and erratum 7122). */
final class PathText {
    private PathText() {}

    /**
     * Reads a path. Erratum 7122 adds a third form, {@code schemas eq "urn:…"}, which selects a value of an attribute that
     * is not complex; it means the same as {@code schemas[value eq "urn:…"]}.
     */
    static ValuePath parse(String text, Tolerance tolerance) {
        boolean expression = text.indexOf(' ') > 0 && text.indexOf('[') < 0;
        if (!expression) {
            return ValuePath.parse(text, tolerance);
        }
        if (expression(text, tolerance) instanceof Filter.Compare compare) {
            Filter value = new Filter.Compare(AttributePath.of("value"), compare.operator(), compare.value());
            return new ValuePath(compare.path(), value, null);
        }
        throw ScimException.invalidPath("\"" + text + "\" is no path; an expression as path compares one attribute");
    }

    /** Outside of brackets there is no filter that could be wrong, but a path that is none. */
    private static Filter expression(String text, Tolerance tolerance) {
        try {
            return Filter.parse(text, tolerance);
        } catch (ScimException e) {
            throw ScimException.invalidPath(e.detail());
        }
    }
}
