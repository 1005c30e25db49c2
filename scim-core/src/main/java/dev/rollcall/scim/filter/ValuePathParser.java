package dev.rollcall.scim.filter;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.SyntaxPointer;
import dev.rollcall.scim.path.AttributePath;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the path of a PATCH operation (RFC 7644 §3.5.2, figure 7). */
final class ValuePathParser {
    private static final Pattern INDEX = Pattern.compile("[-*\\d\\s]*]");
    private static final String EXAMPLES = "userName, name.familyName, emails[type eq \"work\"].value";

    private final String text;
    private final Tolerance tolerance;

    ValuePathParser(String text, Tolerance tolerance) {
        this.text = text;
        this.tolerance = tolerance;
    }

    ValuePath parse() {
        int bracket = text.indexOf('[');
        AttributePath path = path(bracket < 0 ? text : text.substring(0, bracket));
        if (bracket < 0) {
            return ValuePath.of(path);
        }
        if (INDEX.matcher(text).region(bracket + 1, text.length()).lookingAt()) {
            throw error(bracket, "Values are selected by a filter such as [type eq \"work\"], not by an index");
        }
        FilterParser parser = FilterParser.atBracket(text, bracket, tolerance);
        Filter filter = parser.inBrackets();
        int end = parser.position();
        return new ValuePath(path, filter, end == text.length() ? null : subAttribute(end));
    }

    private AttributePath path(String name) {
        Optional<AttributePath> path = AttributePath.tryParse(name);
        if (path.isPresent()) {
            return path.get();
        }
        int space = name.indexOf(' ');
        throw space > 0
                ? error(space, "A path names an attribute and has no operator outside of brackets")
                : error(0, "Expected an attribute path such as " + EXAMPLES);
    }

    private String subAttribute(int dot) {
        String name = text.charAt(dot) == '.' ? text.substring(dot + 1) : "";
        Optional<AttributePath> path = AttributePath.tryParse(name);
        if (path.isEmpty() || path.get().schema() != null || path.get().subAttribute() != null) {
            throw error(dot, "Expected the end, or a dot and the name of a sub-attribute, after the brackets");
        }
        return name;
    }

    private ScimException error(int offset, String message) {
        return ScimException.invalidPath(SyntaxPointer.at(text, offset, message));
    }
}
