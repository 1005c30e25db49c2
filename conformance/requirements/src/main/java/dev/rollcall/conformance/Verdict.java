package dev.rollcall.conformance;

import java.util.List;

/**
 * What is true of one requirement, and what shows it.
 *
 * @param reason a sentence; empty where nothing needs to be said
 * @param tests the tests that show it, as {@code Class.method}, all of them passed
 */
public record Verdict(Requirement requirement, Status status, String reason, List<String> tests) {
    /** Copies the list. */
    public Verdict {
        tests = List.copyOf(tests);
    }
}
