package dev.rollcall.benchmarks.race;

import dev.rollcall.benchmarks.http.ChildProcess;
import dev.rollcall.benchmarks.libraries.FillCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What users take of the heap in the store in memory. */
final class HeapRow {
    private static final int USERS = 1_000_000;
    private static final int QUICK_USERS = 100_000;

    private HeapRow() {}

    static void run(RaceSettings settings, Results results) throws IOException, InterruptedException {
        int users = settings.quick() ? QUICK_USERS : USERS;
        Process process =
                ChildProcess.java(-1, List.of("-Xmx6g", "-XX:+UseSerialGC"), List.of("fill", Integer.toString(users)));
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] words = line.split(" ");
                if (words[0].equals(FillCommand.LIVE)) {
                    double bytes = Double.parseDouble(words[2]) - Double.parseDouble(words[1]);
                    results.exact("heap", bytes / 1e6, "MB", null, Map.of("users", users));
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException("The store was not filled with " + users + " users");
        }
    }
}
