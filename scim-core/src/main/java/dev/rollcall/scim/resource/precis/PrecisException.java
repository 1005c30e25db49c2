package dev.rollcall.scim.resource.precis;

/**
 * A text that a profile of PRECIS does not allow. Neither the message nor anything else in it repeats more of the text
 * than the one code point that is wrong; {@link #rule} repeats nothing at all, and is what can be said of a password.
 */
public final class PrecisException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rule;

    private PrecisException(String rule, String message) {
        super(message, null, false, false);
        this.rule = rule;
    }

    static PrecisException of(String rule) {
        return new PrecisException(rule, rule);
    }

    static PrecisException at(String rule, CodePoints text, int index) {
        int codePoint = text.at(index);
        String name = Character.getName(codePoint);
        return new PrecisException(
                "it holds a wrong character; " + rule,
                String.format(
                        "character %d is U+%04X%s: %s", index + 1, codePoint, name == null ? "" : " " + name, rule));
    }

    /** What is wrong, without any part of the text. */
    public String rule() {
        return rule;
    }
}
