package dev.rollcall.scim.json;

/** A token of a JSON text (RFC 8259). */
public enum JsonToken {
    START_OBJECT("an object"),
    END_OBJECT("the end of an object"),
    START_ARRAY("an array"),
    END_ARRAY("the end of an array"),
    NAME("a member name"),
    STRING("a string"),
    INTEGER("a number"),
    DECIMAL("a number"),
    TRUE("true"),
    FALSE("false"),
    NULL("null"),
    END("the end of the text");

    private final String noun;

    JsonToken(String noun) {
        this.noun = noun;
    }

    /** The token in words, for error details. */
    public String noun() {
        return noun;
    }

    boolean opens() {
        return this == START_OBJECT || this == START_ARRAY;
    }

    boolean closes() {
        return this == END_OBJECT || this == END_ARRAY;
    }
}
