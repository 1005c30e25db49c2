package dev.rollcall.scim.testkit.conversation.wire;

/** A header field as it is on the wire: the name in its own case, the value possibly empty. */
public record Header(String name, String value) {
    /** @throws IllegalArgumentException if it would break out of its line */
    public Header {
        if (name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || c == ':' || c >= 127)) {
            throw new IllegalArgumentException("not a header name: '" + name + "'");
        }
        if (value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new IllegalArgumentException("the value of header " + name + " has a line break in it");
        }
    }

    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}
