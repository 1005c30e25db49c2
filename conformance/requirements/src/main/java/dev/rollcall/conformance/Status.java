package dev.rollcall.conformance;

import java.util.Arrays;

/** What is true of a requirement. */
public enum Status {
    /** The server does it, and a test shows it. */
    MET("met"),
    /** It does not concern this server. */
    NOT_APPLICABLE("not-applicable"),
    /** The server does otherwise, for a reason. */
    DIFFERENT("different");

    private final String word;

    Status(String word) {
        this.word = word;
    }

    /** The word as reports have it. */
    public String word() {
        return word;
    }

    static Status of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No status \"" + word + "\""));
    }
}
