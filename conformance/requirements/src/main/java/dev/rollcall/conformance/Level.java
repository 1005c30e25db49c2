package dev.rollcall.conformance;

import java.util.Arrays;

/** How binding a requirement is: the words of RFC 2119, and three of our own for what a text says without them. */
public enum Level {
    /** The text says MUST, SHALL or REQUIRED. */
    MUST("MUST"),
    /** The text forbids it. */
    MUST_NOT("MUST NOT"),
    /** The text recommends it. */
    SHOULD("SHOULD"),
    /** The text advises against it. */
    SHOULD_NOT("SHOULD NOT"),
    /** The text leaves it open. */
    MAY("MAY"),
    /** The text defines it without a word of RFC 2119. */
    DEF("DEF"),
    /** An erratum says so. */
    EID("EID"),
    /** The text is silent or contradicts itself, and this is how Rollcall reads it. */
    DEC("DEC");

    private final String word;

    Level(String word) {
        this.word = word;
    }

    /** The word as reports have it. */
    public String word() {
        return word;
    }

    /** Whether a server that does otherwise breaks the RFC. */
    public boolean binding() {
        return this == MUST || this == MUST_NOT;
    }

    static Level of(String word) {
        return Arrays.stream(values())
                .filter(level -> level.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No level \"" + word + "\""));
    }
}
