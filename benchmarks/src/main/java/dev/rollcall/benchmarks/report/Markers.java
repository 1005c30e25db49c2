package dev.rollcall.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a Markdown file that is written by a program. */
public final class Markers {
    private Markers() {}

    /** Replaces what stands between the markers of a group; a file without them, or none at all, is left alone. */
    public static void replace(Path markdown, String group, String replacement) throws IOException {
        String begin = "<!-- figures of " + group + " -->";
        String end = "<!-- end of " + group + " -->";
        if (!Files.exists(markdown)) {
            return;
        }
        String text = Files.readString(markdown);
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from >= 0 && to > from) {
            Files.writeString(markdown, text.substring(0, from + begin.length()) + replacement + text.substring(to));
        }
    }
}
