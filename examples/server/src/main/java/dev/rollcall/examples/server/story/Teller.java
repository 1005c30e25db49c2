package dev.rollcall.examples.server.story;

import java.io.PrintStream;
import java.util.Objects;

/**
 * Tells what happens, and ends the story if it is not what should. What is told is the same each time: names, and no ids or
 * secrets. Not thread-safe.
 */
final class Teller {
    private final PrintStream out;
    private int chapter;

    Teller(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        chapter++;
        out.println();
        out.println(chapter + ". " + title);
    }

    void tell(String line) {
        out.println("   " + line);
    }

    /** Tells a fact, which must be the one that is expected. */
    void fact(String what, Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            throw new StoryException(
                    "Chapter " + chapter + ": " + what + " is " + found + " and should be " + expected);
        }
        tell(what + ": " + found);
    }
}
