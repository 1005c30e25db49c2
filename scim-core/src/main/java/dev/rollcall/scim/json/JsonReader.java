package dev.rollcall.scim.json;

import dev.rollcall.scim.error.ScimException;

/**
 * A forward-only reader of JSON tokens: over bytes ({@link JsonBytes}) or over recorded tokens ({@link JsonBuffer}).
 *
 * <p>Malformed text is a {@link ScimException} with {@code invalidSyntax}. Not thread-safe.
 */
public interface JsonReader {
    /** Moves to the next token and returns it; {@link JsonToken#END} after the last. */
    JsonToken next();

    /** The current token. */
    JsonToken token();

    /** The text of the current name, string or number. */
    String text();

    /** The same without the check that it is Unicode; for who makes it, or hands the text on to who does. */
    default String rawText() {
        return text();
    }

    /** Where the current token stands, in words. */
    String where();

    /** Moves from the start of an object or array to its end; does nothing on another token. */
    default void skip() {
        int depth = token().opens() ? 1 : 0;
        while (depth > 0) {
            JsonToken token = next();
            if (token.opens()) {
                depth++;
            } else if (token.closes()) {
                depth--;
            }
        }
    }

    /** Fails unless the current token is the given one; {@code what} names the value, as in "The body". */
    default void require(JsonToken expected, String what) {
        if (token() != expected) {
            throw ScimException.invalidSyntax(
                    what + " must be " + expected.noun() + ", not " + token().noun() + " (" + where() + ")");
        }
    }
}
